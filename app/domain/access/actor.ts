import type { StepUpAction } from "./assurance.ts";
import type { DataType } from "./data-types.ts";

/** VNeID's levels 1 and 2; 0 unknown; 3 is level 2 with fresh strong authentication (design §3). */
export type AssuranceLevel = 0 | 1 | 2 | 3;

export type ProxyScope = "see" | "act" | "pharmacy" | "pay";
export type LegalKind = "guardian" | "written-authorisation" | "helper";

/** Roles somebody may have at work; each is a kind of actor. */
export const staffRoles = ["pharmacist", "clinician", "clerk", "operator", "privacy-officer"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who does something: a closed union (design §2). Switch over `kind` exhaustively. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "citizen"; personId: string; assuranceLevel: AssuranceLevel; authenticatedAt: Date }
  | {
      kind: "proxy";
      personId: string;
      assuranceLevel: AssuranceLevel;
      authenticatedAt: Date;
      /** The person represented. Read with the session on every request, so an ended proxy ends at once. */
      represented: { personId: string; scope: ProxyScope; legalKind: LegalKind; endsAt: Date };
    }
  | { kind: "pharmacist"; personId: string; facilityId: string; assuranceLevel: AssuranceLevel; authenticatedAt?: Date }
  | { kind: "clinician"; personId: string; facilityId: string; assuranceLevel: AssuranceLevel; authenticatedAt?: Date }
  | { kind: "clerk"; personId: string; facilityId: string; assuranceLevel: AssuranceLevel; authenticatedAt?: Date }
  | { kind: "operator"; personId: string; assuranceLevel: AssuranceLevel; authenticatedAt: Date }
  | { kind: "privacy-officer"; personId: string; assuranceLevel: AssuranceLevel; authenticatedAt?: Date }
  | { kind: "machine"; clientId: string; facilityId: string; scopes: readonly string[] }
  | { kind: "code-holder"; code: string }
  | { kind: "job"; name: string };

export type ActorKind = Actor["kind"];

/** Whoever has a book open: their own, or that of whom they act for. */
export type Reader = Extract<Actor, { kind: "citizen" | "proxy" }>;

/** People who answer for a facility. */
export type Staff = Extract<Actor, { kind: "clerk" | "clinician" }>;

export type OperatorActor = Extract<Actor, { kind: "operator" }>;

/** What somebody wants of a person's record. */
export interface AccessRequest {
  personId: string;
  dataTypes: readonly DataType[];
  action: "read" | "change" | "export";
  /** What is opened, as a code people can read in their log: book, results, visit … */
  subject: string;
  /** The person asks to see what they have hidden. */
  showHidden: boolean;
  /** What of the table of assurance it is; an export is one without saying so. */
  needs?: StepUpAction | undefined;
}
