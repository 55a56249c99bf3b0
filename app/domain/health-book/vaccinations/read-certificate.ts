import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { NO_NAMES } from "../internal/concept.ts";
import { type EntryRow, readRow } from "../internal/entry-row.ts";
import { mapVaccination } from "../internal/map-vaccination.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { personQuery, rowsQuery } from "../internal/queries.ts";
import { sameFacts } from "../internal/same-facts.ts";
import type { CertificateView, CertifiedDose } from "./view.ts";

/** More would not be read on paper; the page says that there are more. */
const MOST = 60;

/**
 * The doses given, oldest first, for a sheet to show elsewhere: none that was not given, was taken back or is unclear.
 * @throws DomainError `forbidden` where the decision leaves vaccinations out.
 */
export async function readCertificate(ctx: Ctx, options: BookOptions): Promise<CertificateView> {
  const record = await openBook(ctx, "vaccinations", options, ["vaccinations"]);
  if (!record.decision.dataTypes.includes("vaccinations")) throw outOfScope();
  const [persons, rows] = await record.readAll<[PersonRow[], EntryRow[]]>((sql) => [
    personQuery(sql, record.personId),
    rowsQuery(sql, record, {
      where: sql`(e.section = 'vaccinations' and e.withdrawn_at is null and e.status = 'completed')`,
      limit: MOST + 1,
      showHidden: record.decision.opensHidden,
      withVisit: false,
    }),
  ]);
  const told = rows.map((row) => ({ row, item: mapVaccination(readRow(row), NO_NAMES) }));
  const given = sameFacts(told).filter((item) => item.given && !item.subpotent && !item.unsafe && !item.withdrawn);
  const doses = given.slice(0, MOST).map(({ id, title, when, whenText, dose, lot, place, source }) => ({
    id,
    title,
    when,
    whenText,
    dose,
    lot,
    place,
    source,
  }));
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    doses: doses.sort(byDay),
    cut: given.length > MOST,
    at: ctx.now().toISOString(),
  };
}

/** Oldest first, without a day last; of one day by name, so that a sheet is the same each time. */
const byDay = (a: CertifiedDose, b: CertifiedDose): number =>
  (a.when?.from ?? "9999").localeCompare(b.when?.from ?? "9999") || (a.title ?? "").localeCompare(b.title ?? "");
