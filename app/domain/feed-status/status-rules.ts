import { dueAfter, expectedDays } from "./calendar.ts";
import type { FeedKind } from "./kinds.ts";

/** How often something is expected. */
export interface Rhythm {
  everyHours: number;
  /** Saturdays and Sundays do not count. */
  workingDays: boolean;
  /** Vietnamese day from which it holds. */
  since: string;
}

export interface Outage {
  facilityId: string;
  /** None: all kinds. */
  kinds: readonly string[];
  startsAt: Date;
  endsAt: Date | undefined;
}

/** A facility's own server that we ask, and how that goes. */
export interface Pulled {
  everyMinutes: number;
  /** When it was last read to its end. */
  lastSuccessAt: Date | undefined;
  /** It failed so often in a row that it is left alone for a while. */
  open: boolean;
}

/** What is known of one facility and kind. */
export interface FeedFacts {
  kind: FeedKind;
  rhythm: Rhythm | undefined;
  lastReceivedAt: Date | undefined;
  firstReceivedAt: Date | undefined;
  /** Vietnamese days on which it came, of the last `GAP_DAYS`; none known where gaps are not asked for. */
  days?: readonly string[] | undefined;
  /** Where it does not send: we ask its own server. */
  pulled?: Pulled | undefined;
  outages: readonly Outage[];
}

/** One of these holds of every facility and kind. */
export type FeedStatus =
  | { state: "on-time"; dueAt: Date | undefined }
  /** Since when, and hours over. */
  | { state: "late"; since: Date; hours: number }
  | { state: "never-sent" }
  | { state: "outage"; until: Date | undefined }
  /** We ask its server and hear nothing, since it was last read to its end. */
  | { state: "unreachable"; since: Date | undefined }
  /** Expected on these days, and nothing came; it comes again since. */
  | { state: "gap"; days: string[] }
  | { state: "sends-nothing-of-this-kind" };

/** Days looked back on for gaps. */
export const GAP_DAYS = 14;

const DAY = 86_400_000;

/** The zero id under which notices for the whole province are kept. */
export const PROVINCE = "00000000-0000-0000-0000-000000000000";

export const isInForce = (outage: Outage, now: Date): boolean =>
  outage.startsAt <= now && (outage.endsAt === undefined || outage.endsAt > now);

export const concerns = (outage: Outage, kind: FeedKind): boolean =>
  outage.kinds.length === 0 || outage.kinds.includes(kind);

/**
 * What to say of a facility and kind now. A notice in force comes first, for it explains the rest; then that it never
 * came, that its server does not answer us, that it is late, and days that were left out.
 */
export function feedStatus(facts: FeedFacts, now: Date): FeedStatus {
  const { rhythm, lastReceivedAt, kind } = facts;
  const unheard = facts.pulled && isOutOfReach(facts.pulled, now) ? facts.pulled : undefined;
  if (!rhythm && !lastReceivedAt && !unheard) return { state: "sends-nothing-of-this-kind" };
  const outage = facts.outages.filter((o) => isInForce(o, now) && concerns(o, kind)).sort(longestFirst)[0];
  if (outage) return { state: "outage", until: outage.endsAt };
  if (unheard) return { state: "unreachable", since: unheard.lastSuccessAt };
  if (!lastReceivedAt) return { state: "never-sent" };
  if (!rhythm) return { state: "on-time", dueAt: undefined };
  const dueAt = dueAfter(lastReceivedAt, rhythm.everyHours, rhythm.workingDays);
  if (dueAt < now)
    return { state: "late", since: dueAt, hours: Math.floor((now.getTime() - dueAt.getTime()) / 3_600_000) };
  const days = gapDays(facts, rhythm, now);
  return days.length > 0 ? { state: "gap", days } : { state: "on-time", dueAt };
}

/** Rounds that may fail before it is said; a single one is nobody's business. */
const ROUNDS = 3;

const isOutOfReach = ({ open, everyMinutes, lastSuccessAt }: Pulled, now: Date): boolean =>
  open ||
  (lastSuccessAt !== undefined &&
    now.getTime() - lastSuccessAt.getTime() > Math.max(ROUNDS * everyMinutes, 60) * 60_000);

const longestFirst = (a: Outage, b: Outage): number =>
  (b.endsAt?.getTime() ?? Number.POSITIVE_INFINITY) - (a.endsAt?.getTime() ?? Number.POSITIVE_INFINITY) || 0;

/** Of the last days, those on which a daily feed brought nothing, but for notices. Slower feeds have no days of their own. */
function gapDays({ days, firstReceivedAt, outages, kind }: FeedFacts, rhythm: Rhythm, now: Date): string[] {
  if (!days || !firstReceivedAt || rhythm.everyHours > 24) return [];
  const begin = new Date(Math.max(now.getTime() - GAP_DAYS * DAY, firstReceivedAt.getTime() + DAY));
  const came = new Set(days);
  return expectedDays(begin, now, rhythm.workingDays)
    .filter(
      ({ day, from, to }) =>
        day >= rhythm.since &&
        !came.has(day) &&
        !outages.some((o) => concerns(o, kind) && o.startsAt < to && (o.endsAt === undefined || o.endsAt > from)),
    )
    .map(({ day }) => day);
}
