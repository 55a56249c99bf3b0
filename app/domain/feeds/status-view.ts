import type { FeedKind } from "#app/domain/feed-status/kinds.ts";
import type { KindStatusView, OutageView, PulledView } from "#app/domain/feed-status/view.ts";
import type { Said } from "./view.ts";

/** One facility's feed, in a line. */
export interface FeedLineView {
  facilityId: string;
  facility: string;
  connected: boolean;
  lastReceivedAt: string | undefined;
  kinds: KindStatusView[];
  /** Numbers missing in its streams. */
  missing: number;
  /** Refusals of the last 7 days. */
  rejects: number;
  waiting: number;
  /** Its own server is asked by us. */
  pulled: PulledView | undefined;
}

export interface FeedsView {
  feeds: FeedLineView[];
  /** For the whole province. */
  outages: OutageView[];
}

export interface DayFigures {
  day: string;
  accepted: number;
  rejected: number;
  quarantined: number;
}

export interface KindFigures {
  kind: FeedKind;
  accepted: number;
  rejected: number;
  withdrawn: number;
  /** Half came within so many hours, at most. */
  medianHours: number | undefined;
  worstSeconds: number | undefined;
}

export interface RejectView {
  code: string;
  said?: Said | undefined;
  count: number;
  lastMessageId: string;
  lastAt: string;
}

export interface SequenceView {
  stream: string;
  highest: number;
  missing: number;
  /** The newest gaps, as from–to. */
  gaps: { from: number; to: number }[];
  lastAt: string;
}

export interface RhythmView {
  kind: FeedKind;
  everyHours: number | undefined;
  workingDays: boolean;
  since: string | undefined;
  source: string | undefined;
  /** Agreed with this facility, not the default of its kind. */
  own: boolean;
}

export interface FeedPageView extends FeedLineView {
  days: DayFigures[];
  figures: KindFigures[];
  reasons: RejectView[];
  sequences: SequenceView[];
  /** Visits that were announced (XML0) and whose record (XML1) has not come, and since when the oldest waits. */
  expected: { count: number; since: string | undefined };
  rhythms: RhythmView[];
  outages: OutageView[];
  clients: { clientId: string; name: string; lastUsedAt: string | undefined; suspended: boolean }[];
}
