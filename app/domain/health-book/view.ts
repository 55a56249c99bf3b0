import type { BookSection } from "#app/domain/access/data-types.ts";
import type { KindStatusView, OutageView, PulledView, SectionFeedsView } from "#app/domain/feed-status/view.ts";
import type { DatePrecision } from "#app/shared/dates.ts";
import type { KnownTest } from "./glossary/known-test.ts";
import type { OwnMeasurement } from "./own/view.ts";
import type { ResultKind } from "./result-kinds.ts";
import type { Search } from "./search-input.ts";

/** What pages and exports see. Dates are ISO texts, numbers keep the digits the laboratory sent. */

export interface When {
  from: string;
  to?: string;
  precision: DatePrecision;
}

export interface Source {
  facilityId: string;
  facility: string;
  receivedAt: string;
}

/** What somebody reported about an item and is not settled yet, or is settled and still to arrive. */
export interface Reported {
  reference: string;
  kind: "wrong" | "missing" | "not-mine";
  state: "open" | "corrected" | "partly";
}

/** A result that is there and not shown yet: its class, and when it appears at the latest (`access/release-rules.ts`). */
export interface Held {
  class: "histopathology" | "genetic" | "hiv-confirmation";
  appearsAt: string;
}

/** What a clinician of the facility that sent a result says of it. */
export interface CommentView {
  id: string;
  phrase: "normal" | "repeat" | "visit" | "call";
  /** Of `repeat`: after how many. */
  weeks: number | undefined;
  words: string | undefined;
  at: string;
  by: string | undefined;
  facility: string;
}

export interface ItemBase {
  /** Entry id; opaque, safe in an address. */
  id: string;
  /** As the sender wrote it, in the sender's language; `undefined` when nothing names it. */
  title: string | undefined;
  when: When | undefined;
  source: Source;
  /** Who else tells the very same: shown once, with all its sources. */
  alsoFrom?: (Source & { id: string; fromPackage: boolean })[];
  /** Another sender tells this otherwise, or it cannot be said whether it is the same: both are shown. */
  toldOtherwise?: boolean;
  /** The visit it belongs to, when that visit is in the book. */
  visitId: string | undefined;
  /** Hidden by the person from everybody; shown because they asked to see hidden items. */
  hidden: boolean;
  /** The sender added a modifier we do not understand: say so, never show it as plain fact. */
  unsafe: boolean;
  withdrawn: boolean;
  /** How many versions of it came before this one; said where a page is about the item. */
  earlier?: number | undefined;
  /** It came since the reader's visit before this one. */
  isNew?: boolean;
  reported?: Reported | undefined;
  /** It waits, and nothing of it is here. */
  held?: Held;
}

export type Certainty =
  | "confirmed"
  | "unconfirmed"
  | "provisional"
  | "differential"
  | "refuted"
  | "entered-in-error"
  | undefined;

export interface AllergyView extends ItemBase {
  kind: "allergy";
  clinical: "active" | "inactive" | "resolved" | undefined;
  certainty: Certainty;
  criticality: "low" | "high" | "unable-to-assess" | undefined;
  categories: ("food" | "medication" | "environment" | "biologic")[];
  reactions: { text: string; severity: "mild" | "moderate" | "severe" | undefined }[];
  notes: string[];
}

export interface DoseView {
  /** The sender's own words; shown first when there are any. */
  text: string | undefined;
  amount: { value: string; unit: string | undefined } | undefined;
  /** `count` times every `every` `unit`. */
  frequency: { count: string; every: string; unit: "s" | "min" | "h" | "d" | "wk" | "mo" | "a" } | undefined;
  /** FHIR event timing codes: MORN, ACM, PCV … */
  moments: string[];
  timesOfDay: string[];
  asNeeded: boolean;
  asNeededFor: string | undefined;
  route: string | undefined;
  /** When, in the sender's words, beside an amount. */
  schedule?: string | undefined;
  /** mon … sun */
  weekdays?: string[] | undefined;
  /** Minutes before or after the moments. */
  offset?: number | undefined;
  /** How many times in all. */
  count?: string | undefined;
  rate?: DoseView["amount"];
  /** Never more than this in that time; `known` where its unit is one of time. */
  atMost?:
    | {
        amount: NonNullable<DoseView["amount"]>;
        per: NonNullable<DoseView["amount"]> & { known: NonNullable<DoseView["frequency"]>["unit"] | undefined };
      }
    | undefined;
  /** What else to heed; said beside the sender's words too. */
  instructions?: string[] | undefined;
}

export interface MedicineView extends ItemBase {
  kind: "medicine";
  /** `proposed`: thought of and not ordered. */
  form: "prescribed" | "proposed" | "stated" | "dispensed" | "given";
  status: string | undefined;
  current: boolean;
  notToBeTaken: boolean;
  doses: DoseView[];
  reasons: string[];
  /** The last day it is to be taken, when the sender says so. */
  until: When | undefined;
  /** Where no last day is told: until when the supply lasts, or else could be collected. */
  lasts: { by: "supply" | "collection"; until: When } | undefined;
  quantity: { value: string; unit: string | undefined } | undefined;
  by: string | undefined;
  notes: string[];
}

export interface ConditionView extends ItemBase {
  kind: "condition";
  /** A Flag: something staff should notice, not an illness. */
  alert: boolean;
  clinical: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | undefined;
  certainty: Certainty;
  /** A code recorded at a visit, which nobody has said to be the person's illness. */
  atVisit: boolean;
  /** At how many visits of this page. */
  times: number;
  /** There are others of the section that were not read: it may have been recorded more often. */
  more?: boolean | undefined;
  severity: string | undefined;
  ended: When | undefined;
  bodySites: string[];
  notes: string[];
}

export type ValueView =
  | { kind: "quantity"; comparator: string | undefined; value: string; unit: string | undefined }
  | { kind: "text"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "range"; low: string | undefined; high: string | undefined; unit: string | undefined }
  | { kind: "ratio"; numerator: string; denominator: string }
  | { kind: "when"; when: When }
  | { kind: "series" }
  | { kind: "absent"; reason: string | undefined };

/** The laboratory's own range for this very result; never a general table. */
export interface ReferenceRangeView {
  low: string | undefined;
  high: string | undefined;
  unit: string | undefined;
  text: string | undefined;
}

/** A range of the facility's own table in force on the day of a result that came without one. */
export interface TableRangeView extends ReferenceRangeView {
  /** First day of the table. */
  from: string;
}

export type Interpretation =
  | "normal"
  | "low"
  | "high"
  | "critical-low"
  | "critical-high"
  | "abnormal"
  | "critical"
  | "positive"
  | "negative"
  | "other";

export interface MeasurementView {
  title: string | undefined;
  value: ValueView | undefined;
  interpretation: Interpretation | undefined;
  ranges: ReferenceRangeView[];
}

export interface ResultView extends ItemBase, MeasurementView {
  title: string | undefined;
  kind: "result";
  /** `told`: what somebody answered, which nobody examined; `family`: what a relative has, the title says who. */
  form: "measurement" | "report" | "imaging" | "told" | "family";
  /** vital-signs, laboratory, imaging, social-history, survey, exam, procedure, therapy … */
  category: string | undefined;
  status: string | undefined;
  components: MeasurementView[];
  /** What the clinician or laboratory concludes, in words. */
  conclusion: string | undefined;
  /** How many members the sender names; some may not be in the book. */
  memberCount: number;
  /** Entry ids of the members, in the sender's order: lists show them within this one. */
  memberIds: string[];
  by: string[];
  method: string | undefined;
  bodySite: string | undefined;
  notes: string[];
  tableRange?: TableRangeView | undefined;
  /** Why a value stands without any range: no table came from its facility, or none of its lines surely fits. */
  noRange?: "no-table" | "no-line" | undefined;
  /** What clinicians said of it, the newest first: in a copy on paper, which has no page for each result. */
  comments?: CommentView[];
  /** A machine was used that its facility has registered as helped by AI. */
  aiHelped?: boolean | undefined;
  /** Where the facility shows the pictures. */
  viewer?: string | undefined;
}

export interface VisitView extends ItemBase {
  kind: "visit";
  /** AMB, IMP, EMER, HH, VR … (HL7 v3 ActCode) */
  visitClass: string | undefined;
  status: string | undefined;
  reasons: string[];
  diagnoses: string[];
  department: string | undefined;
  practitioners: string[];
  disposition: string | undefined;
}

export interface VaccinationView extends ItemBase {
  kind: "vaccination";
  /** False for FHIR status not-done: recorded as not given. */
  given: boolean;
  status: string | undefined;
  subpotent: boolean;
  dose: string | undefined;
  doses: string | undefined;
  series: string | undefined;
  against: string[];
  lot: string | undefined;
  manufacturer: string | undefined;
  /** Where it was given, when that is not who sent it. */
  place: string | undefined;
  notes: string[];
  /** Occurrence when only told in words. */
  whenText: string | undefined;
  reasonNotGiven: string | undefined;
}

export interface ProcedureView extends ItemBase {
  kind: "procedure";
  form: "procedure" | "device";
  status: string | undefined;
  reasons: string[];
  bodySites: string[];
  outcome: string | undefined;
  by: string[];
  whenText: string | undefined;
  notes: string[];
}

/**
 * What is told of a paper's signature, which nobody has checked: a signature came with it, the sender says that somebody signed,
 * none came, it is a draft, or nothing is told.
 */
export type SignatureView = "sent" | "said" | "none" | "draft" | "unknown";

export interface DocumentView extends ItemBase {
  kind: "document";
  form: "document" | "summary";
  status: string | undefined;
  description: string | undefined;
  /** Names of the parts of a structured document. */
  parts: string[];
  files: { title: string | undefined; contentType: string | undefined }[];
  /** What it says, where it is plain text. */
  text: string | undefined;
  by: string[];
  signature?: SignatureView | undefined;
}

export interface NextStepView extends ItemBase {
  kind: "next-step";
  form: "appointment" | "plan" | "goal" | "request" | "vaccination-due";
  status: string | undefined;
  /** Still ahead or under way; the others are kept on the section's page. */
  open: boolean;
  details: string[];
  instruction: string | undefined;
  by: string | undefined;
  /** What the date of a vaccination is, when it is not the day it is due: a code of ours or the sender's words. */
  dateIs: string | undefined;
  /** The other vaccinations of the same recommendation. */
  others: VaccinationDue[];
}

/** One vaccination of a recommendation. */
export type VaccinationDue = Pick<NextStepView, "title" | "when" | "dateIs" | "status" | "open" | "details">;

export type ItemView =
  | AllergyView
  | MedicineView
  | ConditionView
  | ResultView
  | VisitView
  | VaccinationView
  | ProcedureView
  | DocumentView
  | NextStepView;

export interface ItemOf extends Record<BookSection, ItemView> {
  allergies: AllergyView;
  medicines: MedicineView;
  conditions: ConditionView;
  results: ResultView;
  visits: VisitView;
  vaccinations: VaccinationView;
  procedures: ProcedureView;
  documents: DocumentView;
  "next-steps": NextStepView;
  history: ResultView;
}

/** Why a section shows nothing; four different things (look.md, "four different empties"). */
export type EmptyReason = "none-recorded" | "nothing-received" | "hidden-by-you" | "hidden-by-rule";

/** One kind of allergy that a facility says there is none of; it says nothing of the others. */
export type NoneScope = "food" | "medication" | "environment" | "latex";

/** A facility saying that there is nothing, that this holds no longer or comes with a modifier we cannot read, or that it does not know. */
export interface NoneStatement {
  says: "none-known" | "none-no-longer" | "none-unclear" | "not-asked" | "unavailable" | "withheld";
  /** Of what there is none, when not of everything in the section. */
  scope: NoneScope | undefined;
  /** As written ("No known drug allergy"), when it says more than "none". */
  text: string | undefined;
  when: When | undefined;
  source: Source;
}

export interface SectionView<S extends BookSection = BookSection> {
  section: S;
  items: ItemOf[S][];
  /** All of the section that may be shown, of which `items` are some. */
  total: number;
  empty: EmptyReason | undefined;
  statements: NoneStatement[];
  /** There are more that matter as much as these, on the section's own page. */
  cut: boolean;
  /** Open reports that something of this section is missing. */
  missing?: Reported[];
  /** Results that are folded for the reader: with none beside them, the section is not empty. */
  folded?: number;
  /** To the person alone; 0 for everybody else. */
  hiddenByYou: number;
  hiddenByRule: number;
  /** Who is expected to send this, and who does not; the same whoever asks. */
  feeds: SectionFeedsView | undefined;
}

/** Whose book is open, and for whom. */
export interface BookPerson {
  name: string;
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  /** The reader is the person; otherwise somebody acting for them. */
  self: boolean;
  /** The reader may report what is wrong or missing; a helper who only looks may not. */
  mayReport?: boolean;
  /** Under nineteen: there is a growth chart. */
  growing?: true;
  /** Something was told of a pregnancy: there is a page of it. The history knows; the first page, where it shows it. */
  pregnancyTold?: true;
}

/** Something that waits for the person. */
export type NeedView =
  | { kind: "critical-result"; id: string; title: string | undefined; when: When | undefined; hidden: boolean }
  | { kind: "medicines-ending"; titles: string[]; until: When }
  | { kind: "vaccination-overdue"; id: string; title: string | undefined; when: When | undefined };

/** Of a reader who folds the newest results: how many stay so, or that they asked to see them. */
export interface NewestView {
  hidden: number;
  showing: boolean;
}

export interface BookView {
  newest?: NewestView | undefined;
  person: BookPerson;
  /** What waits for the person, the most pressing first. */
  needs: NeedView[];
  allergies: SectionView<"allergies">;
  medicines: SectionView<"medicines">;
  conditions: SectionView<"conditions">;
  results: SectionView<"results">;
  visits: SectionView<"visits">;
  vaccinations: SectionView<"vaccinations">;
  nextSteps: SectionView<"next-steps">;
  /** How many there are of the sections that have a page but no place on this one. */
  totals: Record<BookSection, number>;
  /** What came since the reader was here before; nothing where that is not known. */
  news: { since: string; n: number } | undefined;
  sources: { facility: string; lastReceivedAt: string }[];
  /** The reader asked to see what the person has hidden. */
  showingHidden: boolean;
}

export interface SectionPageView<S extends BookSection = BookSection> extends SectionView<S> {
  newest?: NewestView | undefined;
  person: BookPerson;
  /** Of the results, these alone are listed. */
  kind?: ResultKind | undefined;
  page: number;
  pages: number;
  showingHidden: boolean;
  sources: { facility: string; lastReceivedAt: string }[];
}

/** What was found in a book: an item, or a statement that there is none of a section. */
export type Found =
  | { id: string; section: BookSection; item: ItemView; statement?: undefined }
  | { id: string; section: BookSection; item?: undefined; statement: NoneStatement };

export interface SearchPageView {
  /** Folded results were not searched. */
  newest?: NewestView | undefined;
  person: BookPerson;
  search: Search;
  /** The reader's visit before this one; what came since is new to them. */
  newSince: string | undefined;
  found: Found[];
  total: number;
  page: number;
  pages: number;
  /** What may be narrowed by: of the whole book. */
  facilities: { facilityId: string; facility: string }[];
  years: number[];
  /** What they measured themselves and the words fit; apart from what hospitals sent, and not counted with it. */
  own: OwnMeasurement[];
  /** To the person alone: entries they have hidden, which were not searched. */
  hiddenByYou: number;
  showingHidden: boolean;
}

export interface VisitPageView {
  newest?: NewestView | undefined;
  person: BookPerson;
  visit: VisitView;
  sections: { section: Exclude<BookSection, "visits">; items: ItemView[] }[];
}

/** One value of a test over time. */
export interface TrendPoint {
  id: string;
  when: When | undefined;
  value: ValueView | undefined;
  source: Source;
  hidden: boolean;
  interpretation: Interpretation | undefined;
  /** The result that the page is about. */
  here: boolean;
  /** Where it stands, in the unit of the page's result; none for what is no figure. */
  at?: number;
  /** The laboratory only says that it lies below or above `at`. */
  bound?: "below" | "above";
  /** The figure in the unit of the page's result, where it was told in another. */
  converted?: string;
  /** Why it stands apart from the others. */
  apart?: "unit" | "method" | "specimen" | undefined;
}

export interface TrendView {
  unit: string | undefined;
  /** Oldest first. */
  points: TrendPoint[];
}

/** Everything that was received of one item, the version in force first. */
export interface VersionsPageView {
  person: BookPerson;
  section: BookSection;
  versions: (Found & { current: boolean; receivedAt: string })[];
}

export interface ResultPageView {
  person: BookPerson;
  result: ResultView;
  /** What clinicians said of it, the newest first; that one holds. */
  comments: CommentView[];
  /** What the glossary says of this test, where it surely is one of its own. */
  about?: KnownTest | undefined;
  members: ResultView[];
  /** Members beyond what a page holds. */
  membersUnshown: number;
  /** The same test over time, this one among them; none where there is no other. */
  trend: TrendView | undefined;
  /** The newest of the same test, where it is newer than this one. */
  newer: { id: string; when: When | undefined; hidden: boolean } | undefined;
  versions: { receivedAt: string; current: boolean; status: string | undefined }[];
}

export interface SourceView {
  facilityId: string;
  facility: string;
  facilityKind: string;
  legalBasis: string;
  firstReceivedAt: string;
  lastReceivedAt: string;
  messages: number;
  sections: { section: BookSection; count: number }[];
  /** Kept and not shown: money, identity, unknown types. */
  notShown: number;
  withdrawn: number;
  expectedEveryHours: number | undefined;
  /** How each kind that it sends, or should, does now. */
  kinds: KindStatusView[];
  outages: OutageView[];
  /** It does not send: its own server is asked by us. */
  pulled?: PulledView | undefined;
}

export interface SourcesView {
  person: BookPerson;
  sources: SourceView[];
  /** Something is closed to the reader, or may be: who sent it cannot be told, so nobody is said to be silent. */
  mayHaveSent: boolean;
  /** To the person alone: facilities of the province of which nothing is in the book. */
  silent: { facilityId: string; facility: string; facilityKind: string; connected: boolean }[];
  /** Notices for the whole province. */
  outages: OutageView[];
}
