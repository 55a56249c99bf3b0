import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { NO_NAMES } from "../internal/concept.ts";
import { type EntryRow, isUnsafe, readRow } from "../internal/entry-row.ts";
import { mapResult } from "../internal/map-result.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { personQuery, rowsQuery } from "../internal/queries.ts";
import type { BookPerson, TrendPoint, TrendView } from "../view.ts";
import { type MeasureId, measureIds, measureOf, measures } from "./measures.ts";

const MOST = 600;

export interface GrowthView {
  person: BookPerson;
  measured: { measure: MeasureId; trend: TrendView }[];
}

/**
 * How a child has grown: weight, height, head, body mass, from what was measured anywhere, oldest first.
 * @throws DomainError `forbidden` where the decision leaves results out.
 */
export async function readGrowth(ctx: Ctx, options: BookOptions): Promise<GrowthView> {
  const record = await openBook(ctx, "results", options, ["results"]);
  if (!record.decision.dataTypes.includes("results")) throw outOfScope();
  const codes = measureIds.flatMap((id) => measures[id].loinc);
  const [persons, rows] = await record.readAll<[PersonRow[], EntryRow[]]>((sql) => [
    personQuery(sql, record.personId),
    rowsQuery(sql, record, {
      where: sql`(e.section = 'results' and e.resource_type = 'Observation' and e.withdrawn_at is null and (e.code = any(${codes})
        or e.resource #>> '{code,text}' ilike any(array['cân nặng%', 'chiều cao%', 'chiều dài%', '%vòng đầu%', '%bmi%', 'chỉ số khối%'])))`,
      limit: MOST,
      showHidden: record.decision.opensHidden,
      withVisit: false,
    }),
  ]);
  const person = bookPerson(ctx, record.personId, persons[0]);
  const points = rows.flatMap(pointOf).reverse();
  return {
    person,
    measured: measureIds.flatMap((measure) => {
      const own = points.filter((one) => one.measure === measure).map(({ point }) => point);
      return own.length > 0 ? [{ measure, trend: { unit: measures[measure].unit, points: own } }] : [];
    }),
  };
}

/** Figures with a day and a unit we know; a bound, a word, a modifier or another unit is no point of a curve. */
function pointOf(row: EntryRow): { measure: MeasureId; point: TrendPoint }[] {
  const { resource } = readRow<Observation>(row);
  const measure = measureOf(resource.code);
  const item = mapResult({ row, resource }, NO_NAMES);
  const { id, when, value, source, hidden } = item;
  if (!measure || row.withdrawn || isUnsafe(row) || !when || value?.kind !== "quantity" || value.comparator) return [];
  const times = measures[measure].units[(value.unit ?? "").trim().toLowerCase()];
  const at = Number((Number(value.value) * (times ?? Number.NaN)).toPrecision(8));
  if (!Number.isFinite(at) || at <= 0) return [];
  const converted = times === 1 ? {} : { converted: String(Number(at.toPrecision(6))) };
  return [
    { measure, point: { id, when, value, source, hidden, interpretation: undefined, here: false, at, ...converted } },
  ];
}
