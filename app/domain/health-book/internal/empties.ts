import type { Composition } from "#app/adapters/record-store/fhir-r4/resources/documents.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { EmptyReason, NoneStatement } from "../view.ts";
import { conceptCode } from "./concept.ts";
import { type EntryRow, isUnsafe, readRow } from "./entry-row.ts";
import type { ClosedRow } from "./queries.ts";
import { whenOf } from "./when.ts";

/** LOINC codes of IPS sections and the section of the book they speak of. */
const IPS_SECTIONS: ReadonlyMap<string, BookSection> = new Map([
  ["48765-2", "allergies"],
  ["10160-0", "medicines"],
  ["11450-4", "conditions"],
  ["11369-6", "vaccinations"],
  ["30954-2", "results"],
  ["47519-4", "procedures"],
  ["18776-5", "next-steps"],
]);

/** http://terminology.hl7.org/CodeSystem/list-empty-reason */
const REASONS: ReadonlyMap<string, NoneStatement["says"]> = new Map([
  ["nilknown", "none-known"],
  ["notasked", "not-asked"],
  ["notstarted", "not-asked"],
  ["unavailable", "unavailable"],
  ["withheld", "withheld"],
  ["closed", "unavailable"],
]);

/** What received documents say of a section they left empty, and why (IPS 2.0.1 `emptyReason`). */
export function statementsFor(section: BookSection, compositions: EntryRow[]): NoneStatement[] {
  return compositions.flatMap((row) => {
    if (row.withdrawn) return [];
    const { resource } = readRow<Composition>(row);
    return (resource.section ?? []).flatMap((part) => {
      const about = part.code?.coding?.map((c) => IPS_SECTIONS.get(c.code ?? "")).find(Boolean);
      const reason = REASONS.get(conceptCode(part.emptyReason) ?? "");
      if (about !== section || !reason) return [];
      const says = reason === "none-known" && isUnsafe(row) ? "none-unclear" : reason;
      const source = { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() };
      return [{ says, scope: undefined, text: part.emptyReason?.text, when: whenOf(row), source }];
    });
  });
}

export function closedOf(section: BookSection, rows: ClosedRow[]): { hiddenByYou: number; hiddenByRule: number } {
  const count = (reason: ClosedRow["reason"]) =>
    rows.find((r) => r.section === section && r.reason === reason)?.entries ?? 0;
  return { hiddenByYou: count("hidden"), hiddenByRule: count("rule") };
}

/** Why a section without items is empty; hidden things come before "nothing received". */
export function emptyReason(
  shown: number,
  closed: { hiddenByYou: number; hiddenByRule: number },
  statements: NoneStatement[],
): EmptyReason | undefined {
  if (shown > 0) return undefined;
  if (closed.hiddenByYou > 0) return "hidden-by-you";
  if (closed.hiddenByRule > 0) return "hidden-by-rule";
  return statements.some((s) => s.says === "none-known" && !s.scope) ? "none-recorded" : "nothing-received";
}
