import type { BookSection } from "#app/domain/access/data-types.ts";
import type { FeedKind } from "#app/domain/feed-status/kinds.ts";
import type { KindStatusView, OutageView } from "#app/domain/feed-status/view.ts";
import type { BookPerson } from "./view.ts";

/** What is known of one facility and kind, for the one who misses something. */
export interface MissingAnswer {
  facility: string;
  phone: string | undefined;
  connected: boolean;
  /** The facility has sent something of some kind, about anybody. */
  sendsAnything: boolean;
  feed: KindStatusView;
  outages: OutageView[];
  /** Entries from there in the part of the book where this kind stands, as the reader sees them. */
  inBook: number;
  /** The last visit there that the reader sees in the book. */
  lastVisitAt: string | undefined;
  /** What came of this kind from there since that visit, about anybody. */
  sinceVisit: number | undefined;
  /** How long this kind usually takes, and until when it should be here after that visit. */
  usualHours: number | undefined;
  usualBy: string | undefined;
  /** Something is closed to the reader, or may be: what is not seen may be there. */
  mayBeClosed: boolean;
  /** Where it would stand; bills stand nowhere in the book. */
  section: BookSection | undefined;
  askedAt: string;
}

export interface MissingView {
  person: BookPerson;
  places: { id: string; name: string }[];
  kinds: FeedKind[];
  facilityId: string | undefined;
  kind: FeedKind | undefined;
  answer: MissingAnswer | undefined;
}
