import type { NoneScope, NoneStatement } from "../view.ts";
import { conceptCode, conceptText } from "./concept.ts";
import { type EntryRow, isUnsafe, readRow } from "./entry-row.ts";
import { whenOf } from "./when.ts";

interface Meaning {
  says: NoneStatement["says"];
  scope?: NoneScope;
}

/** Codes that say there is none, or that nobody knows (SNOMED CT; IPS 1.x absent-unknown), by type. */
const allergy: ReadonlyMap<string, Meaning> = new Map([
  ["716186003", { says: "none-known" }],
  ["409137002", { says: "none-known", scope: "medication" }],
  ["428607008", { says: "none-known", scope: "environment" }],
  ["429625007", { says: "none-known", scope: "food" }],
  ["716184000", { says: "none-known", scope: "latex" }],
  ["no-known-allergies", { says: "none-known" }],
  ["no-known-medication-allergies", { says: "none-known", scope: "medication" }],
  ["no-known-environmental-allergies", { says: "none-known", scope: "environment" }],
  ["no-known-food-allergies", { says: "none-known", scope: "food" }],
  ["no-allergy-info", { says: "not-asked" }],
]);

const condition: ReadonlyMap<string, Meaning> = new Map([
  ["160245001", { says: "none-known" }],
  ["no-known-problems", { says: "none-known" }],
  ["no-problem-info", { says: "not-asked" }],
]);

const meaningsOf = new Map([
  ["AllergyIntolerance", allergy],
  ["Condition", condition],
]);

/** For the database, which counts and pages entries without these: type and what its codings may contain. */
export const noneCodings: readonly (readonly [type: string, codings: string[]])[] = [...meaningsOf].map(
  ([type, meanings]) => [type, [...meanings.keys()].map((code) => JSON.stringify([{ code }]))],
);

type Stated = Record<"code" | "verificationStatus" | "clinicalStatus", Parameters<typeof conceptCode>[0]>;

/** "No known allergy" is a statement with a source, not an allergy (interop §1.1). */
export function noneStatement(row: EntryRow): NoneStatement | undefined {
  const meanings = meaningsOf.get(row.type);
  if (!meanings || row.withdrawn) return undefined;
  const { resource } = readRow<Stated>(row);
  const meaning = resource.code?.coding?.flatMap((c) => meanings.get(c.code ?? "") ?? [])[0];
  if (!meaning) return undefined;
  const known = isUnsafe(row) ? "none-unclear" : holds(resource) ? "none-known" : "none-no-longer";
  const says = meaning.says === "none-known" ? known : meaning.says;
  const source = { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() };
  return { says, scope: meaning.scope, text: conceptText(resource.code), when: whenOf(row), source };
}

/** "None known", ruled out or over, is the contrary: there may be one. */
const holds = ({ verificationStatus, clinicalStatus }: Stated): boolean =>
  conceptCode(verificationStatus) !== "refuted" &&
  !["inactive", "remission", "resolved"].includes(conceptCode(clinicalStatus) ?? "");
