import type { Ctx } from "#app/domain/access/context.ts";
import { localDay } from "#app/shared/dates.ts";
import { NO_NAMES } from "../internal/concept.ts";
import type { EntryRow } from "../internal/entry-row.ts";
import { readRow } from "../internal/entry-row.ts";
import { mapVaccination } from "../internal/map-vaccination.ts";
import type { BookOptions } from "../internal/open-book.ts";
import { rowsQuery } from "../internal/queries.ts";
import { readSectionAnd } from "../read-section.ts";
import { isScheduled, planVaccinations } from "./plan.ts";
import { recommendedBy, recordedDose } from "./recorded.ts";
import type { LeftOut, VaccinationsPageView } from "./view.ts";

/** More than anybody has had; what a book holds beyond is in the list and not in the table. */
const MOST = 400;

/** The section with what the national schedule makes of all its doses, for those the schedule is meant for. */
export async function readVaccinations(ctx: Ctx, input: BookOptions & { page: number }): Promise<VaccinationsPageView> {
  const { view, also } = await readSectionAnd(ctx, { ...input, section: "vaccinations" }, (sql, record) =>
    rowsQuery(sql, record, {
      where: sql`(e.resource_type in ('Immunization', 'ImmunizationRecommendation'))`,
      limit: MOST,
      showHidden: record.decision.opensHidden,
      withVisit: false,
    }),
  );
  const today = localDay(ctx.now());
  const { birth } = view.person;
  const section = { ...view, birthInPart: birth !== undefined && birth.low !== birth.high };
  if (!birth) return { ...section, plan: undefined, noPlan: "birth-unknown", leftOut: [] };
  if (!isScheduled(birth, today)) return { ...section, plan: undefined, noPlan: "past-the-schedule", leftOut: [] };
  const rows = also.filter(({ type }) => type === "Immunization");
  const recommended = also
    .filter(({ type }) => type === "ImmunizationRecommendation")
    .flatMap((row) => recommendedBy(row, ctx.now()));
  const doses = rows.map((row) => recordedDose(row, today));
  return {
    ...section,
    plan: planVaccinations(birth, doses, recommended, today),
    noPlan: undefined,
    leftOut: rows.flatMap((row, at) => leftOut(row, doses[at])),
  };
}

/** Doses given that the table does not count, so that nobody wonders where they are. */
function leftOut(row: EntryRow, dose: ReturnType<typeof recordedDose> | undefined): LeftOut[] {
  if (!dose?.counts) return [];
  const { id, title, when } = mapVaccination(readRow(row), NO_NAMES);
  if (dose.antigens.length === 0) return [{ id, title, when, why: "unrecognised" }];
  if (!dose.day) return [{ id, title, when, why: "no-day" }];
  return dose.antigens.every((one) => one === "other") ? [{ id, title, when, why: "not-in-schedule" }] : [];
}
