/** What was received, as operators see it: places and counts, never a clinical value. */

export const messageStates = ["accepted", "partly_accepted", "rejected", "quarantined"] as const;
export type MessageState = (typeof messageStates)[number];

export interface MessageCounts {
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

/** A reason in words, where the screens have none for its code. */
export interface Said {
  vi: string;
  en: string;
}

export interface MessageRowView {
  facilityId: string;
  facility: string;
  id: string;
  receivedAt: string;
  state: MessageState;
  reason: string | undefined;
  said?: Said | undefined;
  channel: "api" | "command" | "upload" | "pull";
  clientName: string | undefined;
  format: string;
  byteSize: number;
  entries: MessageCounts;
}

/** One facility's messages by state; `states` counts all that are kept. */
export interface FacilityMessagesView {
  facilityId: string;
  facility: string;
  states: Record<MessageState, number>;
  lastReceivedAt: string | undefined;
}

export interface MessagesFilter {
  facilityId: string | undefined;
  state: MessageState | undefined;
  reason: string | undefined;
  format: string | undefined;
  day: string | undefined;
}

export interface MessagesView {
  facilities: FacilityMessagesView[];
  messages: MessageRowView[];
  /** What the list is narrowed to. */
  filter: MessagesFilter;
  /** Formats of what was received. */
  formats: string[];
  total: number;
  page: number;
  pages: number;
}

export interface IssueView {
  severity: "fatal" | "error" | "warning" | "information";
  code: string;
  diagnostics: string;
  said?: Said | undefined;
  expression: string | undefined;
}

export interface EntryOutcomeView {
  position: number;
  /** FHIR type and the sender's id, "Observation/123", when known. */
  reference: string | undefined;
  /** created, updated, unchanged, withdrawn, rejected, pending; others are shown as they are. */
  outcome: string;
  issues: IssueView[];
}

export interface MessagePageView extends MessageRowView {
  /** It can be processed anew. */
  bytesKept: boolean;
  digest: string;
  /** About the message as a whole. */
  issues: IssueView[];
  /** The first of them when there are very many; `entriesTotal` says how many. */
  outcomes: EntryOutcomeView[];
  entriesTotal: number;
}

/** Figures for the operator's first page. */
export interface OperatorSummaryView {
  facilities: number;
  clients: number;
  messagesLastDay: number;
  quarantined: number;
  rejectedLastDay: number;
  lateFacilities: number;
}

export interface UploadedTableView {
  table: string;
  /** The case, where a file holds several. */
  maLk: string | undefined;
  rows: number;
  accepted: number;
  warned: number;
  refused: number;
}

export interface UploadedIssueView {
  severity: IssueView["severity"];
  code: string;
  maLk?: string | undefined;
  table?: string | undefined;
  row?: number | undefined;
  field?: string | undefined;
  /** What FHIR resources are told is in English alone. */
  vi?: string | undefined;
  en: string;
}

/** What became of a file somebody of a facility has uploaded, as they see it. */
export interface UploadedFileView {
  name: string;
  state: MessageState;
  /** Why it never became a delivery. */
  problem?: "too-large" | "empty" | "not-a-record" | "busy" | undefined;
  replay: boolean;
  counts: MessageCounts;
  tables: UploadedTableView[];
  /** The first of them when there are very many; `issuesTotal` says how many. */
  issues: UploadedIssueView[];
  issuesTotal: number;
}
