import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import type { ResultView, TrendPoint, TrendView } from "../../view.ts";
import { type EntryRow, readRow } from "../entry-row.ts";
import { differs, isSameTest, toldBy } from "./same-test.ts";
import { factorBetween } from "./units.ts";

export interface Measured {
  row: EntryRow;
  item: ResultView;
}

const observationOf = ({ row }: Measured): Observation => readRow<Observation>(row).resource;

/**
 * The same test over time and across hospitals, oldest first, around the one that is shown. What cannot be compared
 * keeps its place and says why; what nobody here can read (a modifier) is left out.
 */
export function trendOf(here: Measured, others: Measured[], testId: string | undefined): TrendView {
  const own = toldBy(observationOf(here), here.row.facilityId);
  const { value } = here.item;
  const unit = value?.kind === "quantity" ? value.unit : undefined;
  const points = others.flatMap((one): TrendPoint[] => {
    const told = toldBy(observationOf(one), one.row.facilityId);
    if (one.item.unsafe || one.item.value === undefined || !isSameTest(own, told)) return [];
    return [pointOf(one, differs(own, told), unit, testId)];
  });
  return {
    unit,
    points: [...points, pointOf(here, undefined, unit, testId, true)].sort((a, b) =>
      (a.when?.from ?? "").localeCompare(b.when?.from ?? ""),
    ),
  };
}

function pointOf(
  { item }: Measured,
  difference: TrendPoint["apart"],
  unit: string | undefined,
  testId: string | undefined,
  here = false,
): TrendPoint {
  const { id, when, value, source, hidden, interpretation } = item;
  const point = { id, when, value, source, hidden, here, interpretation };
  if (difference) return { ...point, apart: difference };
  if (value?.kind !== "quantity") return point;
  const factor = factorBetween(value.unit, unit, testId);
  const at = factor === undefined ? Number.NaN : Number(value.value) * factor;
  if (factor === undefined) return { ...point, apart: "unit" };
  if (!Number.isFinite(at)) return point;
  return {
    ...point,
    at,
    ...(value.comparator ? { bound: value.comparator.startsWith("<") ? ("below" as const) : ("above" as const) } : {}),
    ...(factor === 1 ? {} : { converted: String(Number(at.toPrecision(3))) }),
  };
}
