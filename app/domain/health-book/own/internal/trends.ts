import type { TrendPoint } from "../../view.ts";
import type { OwnKindView, OwnMeasurement } from "../view.ts";

/** The newest so many stand on a line. */
const MOST = 120;

/** Lines over time of one kind, oldest first. What was measured in another unit than the newest stands apart. */
export function trendsOf(newestFirst: OwnMeasurement[]): OwnKindView["trends"] {
  const items = newestFirst.slice(0, MOST).reverse();
  const unit = newestFirst[0]?.unit;
  const lineOf = (figure: "value" | "second") => {
    const points = items.flatMap((item) => pointOf(item, item[figure], unit));
    return points.length > 0 ? [{ figure, trend: { unit, points } }] : [];
  };
  return [...lineOf("value"), ...lineOf("second")];
}

function pointOf(item: OwnMeasurement, figure: string | undefined, unit: string | undefined): TrendPoint[] {
  if (figure === undefined) return [];
  const point: TrendPoint = {
    id: item.id,
    when: { from: item.at, precision: "time" },
    value: { kind: "quantity", comparator: undefined, value: figure, unit: item.unit },
    source: { facilityId: "", facility: "", receivedAt: item.recordedAt },
    hidden: false,
    interpretation: undefined,
    here: false,
  };
  return [item.unit === unit ? { ...point, at: Number(figure) } : { ...point, apart: "unit" }];
}
