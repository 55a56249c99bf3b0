import type { BookSection } from "#app/domain/access/data-types.ts";
import type { Circumstance, CorrectionKind, CorrectionState, Outcome } from "./rules.ts";

/** Everything of a report but its words. Moments are ISO texts. */
export interface CorrectionView {
  reference: string;
  kind: CorrectionKind;
  section: BookSection;
  state: CorrectionState;
  /** Who must answer now, or has answered. */
  owner: string;
  /** The health department has it, as nobody else is known or it was brought before them. */
  withDepartment: boolean;
  /** Whose data it is about. */
  about: string | undefined;
  sentAt: string;
  acknowledgeBy: string;
  decideBy: string;
  /** Whole days to the deadline, 0 today, less when it is over; `undefined` once it is settled. */
  daysLeft: number | undefined;
  /** Nobody has acknowledged it in time. */
  unacknowledged: boolean;
  decidedAt: string | undefined;
}

export interface CorrectionEventView {
  at: string;
  what: "sent" | "received" | "extended" | Outcome | "overdue" | "escalated" | "withdrawn";
  by: "citizen" | "proxy" | "clerk" | "clinician" | "operator" | "job";
  /** The helper's name; staff are named by their facility alone. */
  name: string | undefined;
  facility: string | undefined;
  words: string | undefined;
}

export interface CorrectionDetailView extends CorrectionView {
  circumstances: Circumstance[];
  contact: "portal" | "call";
  tellInsurer: boolean;
  /** Oldest first. */
  events: CorrectionEventView[];
}

/** What the person, or who acts for them, may do next. */
export interface OwnCorrectionView extends CorrectionDetailView {
  person: { name: string; self: boolean };
  may: { withdraw: boolean; escalate: boolean };
}

export interface CorrectionsView {
  person: { name: string; self: boolean };
  mayReport: boolean;
  corrections: CorrectionView[];
}

/** A form to fill in: what it is about, and what is open already about the same. */
export interface NewCorrectionView {
  person: { name: string; self: boolean };
  /** The person whose book is open; says nothing to anybody. */
  bookId: string;
  entryId: string | undefined;
  section: BookSection | undefined;
  facilityId: string | undefined;
  facility: string | undefined;
  /** To choose from when no facility is known yet. */
  facilities: { id: string; name: string }[];
  open: CorrectionView[];
}

export interface InboxView {
  facility: string;
  corrections: CorrectionView[];
  total: number;
  page: number;
  pages: number;
}

/** A report as those see it who answer it. */
export interface InboxCorrectionView extends CorrectionView {
  /** Closed to this reader: the case is under protection and needs a clinician, or nothing is asked of anybody any more. */
  closed: "protected" | "settled" | undefined;
  person: { name: string; birthYear: string | undefined } | undefined;
  detail: Pick<CorrectionDetailView, "circumstances" | "contact" | "tellInsurer" | "events"> | undefined;
  may: { acknowledge: boolean; extend: boolean; decide: boolean };
}

/** For the health department: no word and no item, only numbers and clocks. */
export interface OversightView {
  facilities: { id: string; name: string; open: number; unacknowledged: number; overdue: number; escalated: number }[];
  corrections: (CorrectionView & { mayEscalate: boolean })[];
  ghostVisits: number;
}
