import type { FeedKind } from "./kinds.ts";

/** How feeds do, as pages show it; the same for everybody, of nobody in particular. */

export type StatusView =
  | { state: "on-time"; dueAt: string | undefined }
  | { state: "late"; since: string; hours: number }
  | { state: "never-sent" }
  | { state: "outage"; until: string | undefined }
  /** Since it was last read to its end, if it ever was. */
  | { state: "unreachable"; since: string | undefined }
  | { state: "gap"; days: string[] }
  | { state: "sends-nothing-of-this-kind" };

export interface KindStatusView {
  facilityId: string;
  facility: string;
  kind: FeedKind;
  /** None: it is not expected to send this kind. */
  everyHours: number | undefined;
  workingDays: boolean;
  lastReceivedAt: string | undefined;
  lastEventAt: string | undefined;
  /** It does not send: its own server is asked by us. */
  pulled?: PulledView | undefined;
  status: StatusView;
}

export interface PulledView {
  everyMinutes: number;
  lastSuccessAt: string | undefined;
}

export interface OutageView {
  id: string;
  /** None: the whole province. */
  facilityId: string | undefined;
  facility: string | undefined;
  /** None: everything. */
  kinds: string[];
  startsAt: string;
  endsAt: string | undefined;
  text: { vi: string; en: string };
}

/** Who is expected to send what a section of the book shows, and who is not doing so. */
export interface SectionFeedsView {
  kind: FeedKind;
  expected: number;
  /** A few of those that are late, out, or never sent; not all. */
  troubled: KindStatusView[];
  outages: OutageView[];
}
