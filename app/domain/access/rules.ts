import type { AccessRequest, Actor, AssuranceLevel, LegalKind, ProxyScope, Reader, Staff } from "./actor.ts";
import { isFresh, type StepUpAction } from "./assurance.ts";
import { bookSections, type DataType } from "./data-types.ts";

export const protectionLabels = ["hiv", "psychiatry", "reproductive", "violence", "adolescent"] as const;
export type ProtectionLabel = (typeof protectionLabels)[number];

export type Basis =
  | "self"
  | "proxy"
  | "presence"
  | "consent"
  | "author"
  | "consultation"
  | "emergency"
  | "lawful-order"
  | "assisted"
  | "code"
  | "duty";

/** HL7 v3 PurposeOfUse. */
export type Purpose = "PATRQT" | "FAMRQT" | "PATADMIN" | "TREAT";

export type Decision =
  | {
      permit: true;
      basis: Basis;
      purpose: Purpose;
      dataTypes: DataType[];
      labels: ProtectionLabel[];
      opensHidden: boolean;
    }
  | {
      permit: false;
      basis: Basis | "none";
      purpose: Purpose;
      reason: "level-too-low" | "not-yours" | "out-of-scope" | "ended" | "locked";
    }
  | { permit: false; basis: Basis; purpose: Purpose; reason: "step-up-needed"; needs: StepUpAction };

/** Level of identity the book needs (Decision 31/QĐ-BYT 2026: a level-2 account). */
export const BOOK_LEVEL: AssuranceLevel = 2;

/**
 * Labels a person sees in their own book. What concerns violence is not put on a screen that the
 * person they fear may be looking at; they read it at the facility.
 */
export const labelsOpenToSelf: readonly ProtectionLabel[] = ["hiv", "psychiatry", "reproductive", "adolescent"];

/** What each scope of a proxy opens; labelled cases and hidden visits never (design §5.7). */
export const typesOfScope: Readonly<Record<ProxyScope, readonly DataType[]>> = {
  see: [...bookSections, "identity"],
  act: [...bookSections, "identity"],
  pharmacy: ["allergies", "medicines"],
  pay: ["money"],
};

/** A helper without a paper in law sees the summary, not notes and results. */
export const typesOfLegalKind: Readonly<Record<LegalKind, readonly DataType[]>> = {
  guardian: [...bookSections, "identity", "money"],
  "written-authorisation": [...bookSections, "identity", "money"],
  helper: ["allergies", "medicines", "conditions", "vaccinations", "next-steps", "identity", "money"],
};

/** May this actor see this of this person, now? Pure: facts come with the actor, the time is given. */
export function decide(actor: Actor, request: AccessRequest, now: Date): Decision {
  switch (actor.kind) {
    case "citizen":
      if (actor.personId !== request.personId) return refuse("none", "PATRQT", "not-yours");
      if (actor.assuranceLevel < BOOK_LEVEL) return refuse("self", "PATRQT", "level-too-low");
      return (
        refuseStale("self", "PATRQT", actor, request, now) ??
        permit("self", "PATRQT", request.dataTypes, labelsOpenToSelf, request.showHidden)
      );
    case "proxy":
      return decideProxy(actor, request, now);
    case "anonymous":
    case "pharmacist":
    case "clinician":
    case "clerk":
    case "operator":
    case "privacy-officer":
    case "machine":
    case "code-holder":
    case "job":
      return refuse("none", "PATRQT", "not-yours");
  }
}

function decideProxy(actor: Extract<Actor, { kind: "proxy" }>, request: AccessRequest, now: Date): Decision {
  const { represented } = actor;
  if (represented.personId !== request.personId) return refuse("none", "FAMRQT", "not-yours");
  if (actor.assuranceLevel < BOOK_LEVEL) return refuse("proxy", "FAMRQT", "level-too-low");
  if (represented.endsAt <= now) return refuse("proxy", "FAMRQT", "ended");
  if (request.action === "change" && represented.scope !== "act") return refuse("proxy", "FAMRQT", "out-of-scope");
  const open = request.dataTypes.filter(
    (type) => typesOfScope[represented.scope].includes(type) && typesOfLegalKind[represented.legalKind].includes(type),
  );
  if (open.length === 0) return refuse("proxy", "FAMRQT", "out-of-scope");
  return refuseStale("proxy", "FAMRQT", actor, request, now) ?? permit("proxy", "FAMRQT", open, [], false);
}

/** What else is right may still need a fresh proof of who it is. */
function refuseStale(basis: Basis, purpose: Purpose, actor: Reader, request: AccessRequest, now: Date) {
  const needs = request.needs ?? (request.action === "export" ? "export" : undefined);
  if (!needs || isFresh(actor, needs, now)) return undefined;
  return { permit: false, basis, purpose, reason: "step-up-needed", needs } as const;
}

/** Whom a correction concerns: who must answer it now, and whose data it is about. */
export interface CorrectionHolders {
  ownerId: string;
  aboutId: string | undefined;
}

/**
 * May these staff open what a person reported, and the item they named? The author answers for what it wrote; the health
 * department because the report was brought to it. Sections stay closed; a labelled case opens to clinicians alone.
 */
export function decideCorrection(actor: Staff, { ownerId, aboutId }: CorrectionHolders): Decision {
  const { facilityId } = actor;
  if (facilityId !== ownerId && facilityId !== aboutId) return refuse("none", "PATADMIN", "not-yours");
  const basis = facilityId === aboutId ? "author" : "consent";
  if (actor.assuranceLevel < BOOK_LEVEL) return refuse(basis, "PATADMIN", "level-too-low");
  return permit(basis, "PATADMIN", [], actor.kind === "clinician" ? labelsOpenToSelf : [], true);
}

/**
 * May these staff open results of that facility to explain or release them? Clinicians of the very facility that sent
 * them. A protected case opens to them as for a correction (decision 019), what the person hid does not.
 */
export function decideResults(actor: Staff, facilityId: string): Decision {
  if (actor.facilityId !== facilityId) return refuse("none", "TREAT", "not-yours");
  if (actor.kind !== "clinician") return refuse("author", "TREAT", "out-of-scope");
  if (actor.assuranceLevel < BOOK_LEVEL) return refuse("author", "TREAT", "level-too-low");
  return permit("author", "TREAT", [], labelsOpenToSelf, false);
}

function permit(
  basis: Basis,
  purpose: Purpose,
  dataTypes: readonly DataType[],
  labels: readonly ProtectionLabel[],
  opensHidden: boolean,
): Decision {
  return { permit: true, basis, purpose, dataTypes: [...dataTypes], labels: [...labels], opensHidden };
}

function refuse(
  basis: Basis | "none",
  purpose: Purpose,
  reason: Exclude<Extract<Decision, { permit: false }>["reason"], "step-up-needed">,
): Decision {
  return { permit: false, basis, purpose, reason };
}
