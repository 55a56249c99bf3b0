import { facility } from "../facilities.ts";
import { caseId } from "../fhir/case.ts";
import { GYNAECOLOGY, INSOMNIA } from "./lan/private-visits.ts";
import { FAMILY } from "./mai/counselling.ts";
import { COUNSELLING } from "./quan.ts";

interface Case {
  personaKey: string;
  facilityKey: string;
  encounterId: string;
}

interface LabelledCase extends Case {
  label: "psychiatry" | "adolescent" | "violence";
}

interface Proxy {
  person: string;
  helper: string;
  legalKind: "guardian" | "written-authorisation";
  scope: "see" | "act";
  months: number;
}

const of = (personaKey: string, facilityKey: string, slug: string): Case => ({
  personaKey,
  facilityKey,
  encounterId: caseId(facility(facilityKey).code5, slug),
});

/** Visits under a protection label, as the facilities or the law set it. */
export const labelledCases: readonly LabelledCase[] = [
  { ...of("lan", "psychiatric-hospital", INSOMNIA), label: "psychiatry" },
  { ...of("quan", "clinic", COUNSELLING), label: "adolescent" },
  { ...of("mai", "children-hospital", FAMILY), label: "violence" },
];

/** Visits that somebody has hidden from everybody else. */
export const hiddenCases: readonly Case[] = [of("lan", "clinic", GYNAECOLOGY)];

/** Who acts for whom. Quân, fifteen, has given nobody a look into his book. */
export const proxies: readonly Proxy[] = [
  { person: "lan", helper: "hung", legalKind: "written-authorisation", scope: "see", months: 12 },
  // Until Bảo is fifteen and asked himself.
  { person: "bao", helper: "ha", legalKind: "guardian", scope: "act", months: 156 },
];
