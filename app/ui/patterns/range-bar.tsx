/** Where things stand on a bar 300 wide. */
export interface BarView {
  value: number;
  low: number | undefined;
  high: number | undefined;
  /** As written under the ends of the band. */
  lowText: string | undefined;
  highText: string | undefined;
  /** The whole picture in words. */
  label: string;
}

const WIDTH = 300;
const EDGE = 12;

/** Ends of the scale: the band with room on both sides; a one-sided range starts at nothing. */
function scaleOf({ low, high }: Pick<BarView, "low" | "high">): [number, number] | undefined {
  if (low !== undefined && high !== undefined) {
    const room = (high - low) * 0.75;
    return room > 0 ? [low - room, high + room] : undefined;
  }
  const end = low ?? high;
  return end !== undefined && end > 0 ? [0, end * 2] : undefined;
}

/** The usual range as a pale band with the value as a mark on it; a value far outside stands at the edge. */
export function RangeBar({ value, low, high, lowText, highText, label }: BarView) {
  const scale = scaleOf({ low, high });
  if (!scale || !Number.isFinite(value)) return null;
  const [from, to] = scale;
  const place = (n: number) => {
    const at = EDGE + ((n - from) / (to - from)) * (WIDTH - 2 * EDGE);
    return Math.round(Math.min(WIDTH - EDGE, Math.max(EDGE, at)));
  };
  const [start, end] = [place(low ?? from), place(high ?? to)];
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 48`} role="img" aria-label={label}>
      <rect className="bar-line" x="0" y="11" width={WIDTH} height="8" rx="4" />
      <rect className="bar-band" x={start} y="7" width={end - start} height="16" rx="4" />
      <circle className="bar-mark" cx={place(value)} cy="15" r="9" />
      {lowText && (
        <text x={start} y="42" textAnchor="middle">
          {lowText}
        </text>
      )}
      {highText && (
        <text x={end} y="42" textAnchor="middle">
          {highText}
        </text>
      )}
    </svg>
  );
}
