import type { ReferenceRangeView, TrendPoint, TrendView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { valueText } from "../patterns/value-text.ts";

const [WIDTH, HEIGHT] = [340, 210];
const [LEFT, RIGHT, TOP, BOTTOM] = [16, 324, 34, 160];

/** A point with a place on the chart. */
type Drawn = TrendPoint & { at: number; x: number; y: number };

/** The middle of what is known of the date: a year alone is no first of January. */
function timeOf({ when }: TrendPoint): number {
  const from = Date.parse(when?.from ?? "");
  const half = when?.precision === "year" ? 182 : when?.precision === "month" ? 15 : 0;
  return from + half * 86_400_000;
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** The one range of the result shown, in its own unit; two ranges or words are no band. */
function bandOf(ranges: ReferenceRangeView[], unit: string | undefined): { low?: number; high?: number } | undefined {
  const [range] = ranges;
  if (!range || ranges.length > 1 || (range.unit !== undefined && range.unit !== unit)) return undefined;
  const [low, high] = [numberOf(range.low), numberOf(range.high)];
  if ((low === undefined && high === undefined) || Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** Stretches of figures that follow each other: what stands apart, or is only a bound, leaves a gap. */
function stretches(points: (TrendPoint & { x: number; y?: number })[]): Drawn[][] {
  const lines: Drawn[][] = [[]];
  for (const point of points) {
    if (point.at !== undefined && point.bound === undefined) lines.at(-1)?.push(point as Drawn);
    else if (point.at !== undefined || point.apart) lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

function inWords(points: TrendPoint[], unit: string | undefined, i18n: I18n): string {
  const figures = points.filter((point) => point.at !== undefined);
  const [first, last] = [figures[0], figures.at(-1)];
  const said = (point: TrendPoint | undefined) => (point ? shown(point, unit, i18n) : "");
  const by = [...figures].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return i18n.t("trend.inWords", {
    n: figures.length,
    from: first?.when ? i18n.f.day(first.when) : "",
    to: last?.when ? i18n.f.day(last.when) : "",
    least: said(by[0]),
    most: said(by.at(-1)),
    last: said(last),
  });
}

/** A point's figure in the unit of the chart. */
function shown(point: TrendPoint, unit: string | undefined, i18n: I18n): string {
  if (point.converted !== undefined) return [i18n.f.decimal(point.converted), unit].filter(Boolean).join(" ");
  const { text, unit: own } = valueText(point.value, i18n);
  return [text, own].filter(Boolean).join(" ");
}

/** Values over time as dots, joined where they can be; the usual range of the result shown as a pale band. */
export function TrendChart({ trend, ranges }: { trend: TrendView; ranges: ReferenceRangeView[] }) {
  const i18n = useI18n();
  const dated = trend.points.filter((point) => point.when !== undefined && !Number.isNaN(timeOf(point)));
  const figures = dated.filter((point) => point.at !== undefined);
  if (figures.length < 2) return null;
  const band = bandOf(ranges, trend.unit);
  const all = [...figures.map((point) => point.at ?? 0), ...[band?.low, band?.high].filter((n) => n !== undefined)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const y = (n: number) => Math.round(BOTTOM - ((n - least + room) / (most - least + 2 * room)) * (BOTTOM - TOP));
  const times = dated.map(timeOf);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const x = (time: number) =>
    Math.round(start === end ? (LEFT + RIGHT) / 2 : LEFT + ((time - start) / (end - start)) * (RIGHT - LEFT));
  const placed = dated.map((point) => ({
    ...point,
    x: x(timeOf(point)),
    ...(point.at === undefined ? {} : { y: y(point.at) }),
  }));
  const last = placed.filter((point) => point.at !== undefined).at(-1) as Drawn;
  const [top, bottom] = [band?.high === undefined ? TOP : y(band.high), band?.low === undefined ? BOTTOM : y(band.low)];
  const dayOf = (point: TrendPoint | undefined) => (point?.when ? i18n.f.day(point.when) : "");
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(dated, trend.unit, i18n)}>
      {band && <rect className="bar-band" x="0" width={WIDTH} y={top} height={Math.max(2, bottom - top)} />}
      {band?.high !== undefined && (
        <text x="4" y={Math.max(12, top - 4)}>
          {i18n.f.decimal(String(band.high))}
        </text>
      )}
      {band?.low !== undefined && (
        <text x="4" y={bottom + 14}>
          {i18n.f.decimal(String(band.low))}
        </text>
      )}
      <line className="trend-axis" x1="0" x2={WIDTH} y1={BOTTOM + 18} y2={BOTTOM + 18} />
      {stretches(placed).map((line) => (
        <polyline
          key={line[0]?.id}
          className="trend-line"
          points={line.map((point) => `${point.x},${point.y}`).join(" ")}
        />
      ))}
      {placed.map((point) => (
        <Mark key={point.id} of={point} />
      ))}
      <text className="trend-last" x={WIDTH} y="16" textAnchor="end">
        {i18n.t("trend.newest", { value: shown(last, trend.unit, i18n) })}
      </text>
      <text x="0" y={HEIGHT - 8}>
        {dayOf(placed[0])}
      </text>
      <text x={WIDTH} y={HEIGHT - 8} textAnchor="end">
        {start === end ? "" : dayOf(placed.at(-1))}
      </text>
    </svg>
  );
}

/** A dot for a figure, hollow where it was converted; an arrow for a bound; a cross on the axis for what stands apart. */
function Mark({ of: { x, y, bound, converted, here, apart } }: { of: TrendPoint & { x: number; y?: number } }) {
  if (apart) return <path className="trend-apart" d={`M${x - 5} ${BOTTOM + 13}l10 10m0 -10l-10 10`} />;
  if (y === undefined) return null;
  if (bound) {
    const down = bound === "below" ? 1 : -1;
    return <path className="trend-open" d={`M${x - 6} ${y - 5 * down}h12l-6 ${11 * down}z`} />;
  }
  return <circle className={converted === undefined ? "bar-mark" : "trend-open"} cx={x} cy={y} r={here ? 7 : 5} />;
}
