import type { Actor } from "#app/domain/access/actor.ts";

export type StaffRole = "pharmacist" | "clinician" | "clerk" | "operator" | "privacy-officer";

/** What a request knows of the signed-in browser. Never reaches a page as it is. */
export interface SessionView {
  /** The session's own name, not its secret. */
  id: string;
  personId: string;
  displayName: string;
  /** The actor of citizen pages: the person themself, or acting for somebody. */
  actor: Extract<Actor, { kind: "citizen" | "proxy" }>;
  /** Whom they act for, by name. */
  actingFor: { personId: string; name: string } | undefined;
  roles: { role: StaffRole; facilityId: string | undefined }[];
  /** The privacy notice in force is still to be read; below the book's level nobody is asked. */
  noticeDue: boolean;
}
