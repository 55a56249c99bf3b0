import type { DataType } from "#app/domain/access/data-types.ts";
import { kindsOfSection } from "./kinds.ts";
import { type FeedRow, kindStatus, type OutageRow, outagesNow } from "./status-query.ts";
import type { SectionFeedsView } from "./view.ts";

/** From the worst feeds of each kind: what an empty section says of those it comes from. */
export function sectionFeeds(
  section: DataType,
  rows: readonly FeedRow[],
  outages: readonly OutageRow[],
  now: Date,
): SectionFeedsView | undefined {
  const kinds = kindsOfSection(section);
  const [kind] = kinds;
  if (!kind) return undefined;
  const own = rows.filter((row) => kinds.includes(row.kind));
  return {
    kind,
    expected: Math.max(0, ...own.map((row) => row.expected ?? 0)),
    troubled: own.map((row) => kindStatus(row, outages, now)).filter((row) => row.status.state !== "on-time"),
    outages: outagesNow(outages, now, { kinds }),
  };
}
