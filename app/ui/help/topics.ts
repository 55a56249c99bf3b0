import type { MessageKey } from "#app/i18n/catalogue.ts";

type Last<K, G extends string> = K extends `${G}.${infer L}` ? L : never;
type Between<K> = K extends `status.topic.${infer T}.means` ? T : never;

/** What there is to say of a status; several statuses share one. */
export type Topic = Between<MessageKey>;
export type Area = Last<MessageKey, "status.area">;
type Call = Last<MessageKey, "status.call">;

interface Place {
  area: Area;
  /** Whom to call, and after how long. */
  call: Call;
}

const inArea =
  (area: Area) =>
  (call: Call): Place => ({ area, call });

const [result, medicine, visit, ahead] = [inArea("results"), inArea("medicines"), inArea("visits"), inArea("ahead")];
const [vaccine, condition] = [inArea("vaccinations"), inArea("conditions")];
const [procedure, paper, book] = [inArea("procedures"), inArea("documents"), inArea("book")];
const [report, feed, account] = [inArea("corrections"), inArea("feeds"), inArea("account")];

/** Every topic, in the order of the help page. A topic without its place does not compile. */
export const topics: Readonly<Record<Topic, Place>> = {
  "sample-taken": result("lab"),
  "in-part": result("lab"),
  preliminary: result("lab"),
  final: result("doctor"),
  changed: result("doctor"),
  added: result("doctor"),
  "result-cancelled": result("doctor"),
  "result-unknown": result("lab"),
  held: result("lab"),
  "not-explained": result("doctor"),
  within: result("doctor"),
  outside: result("doctor"),
  "far-outside": result("lab-now"),
  positive: result("doctor"),
  negative: result("doctor"),
  remark: result("doctor"),
  taking: medicine("prescriber"),
  finished: medicine("doctor"),
  stopped: medicine("prescriber"),
  paused: medicine("prescriber"),
  "prescription-cancelled": medicine("prescriber"),
  "not-started": medicine("doctor"),
  "not-taken": medicine("place"),
  "being-prepared": medicine("place"),
  "not-supplied": medicine("prescriber"),
  "medicine-unknown": medicine("prescriber"),
  "must-not-take": medicine("prescriber"),
  proposed: medicine("doctor"),
  "visit-planned": visit("booking"),
  "visit-awaiting": visit("feed"),
  "visit-under-way": visit("feed"),
  "visit-leave": visit("booking"),
  "visit-cancelled": visit("place"),
  "visit-unknown": visit("place"),
  "appointment-proposed": ahead("booking"),
  "appointment-pending": ahead("booking"),
  "appointment-booked": ahead("booking"),
  "appointment-waitlist": ahead("place"),
  "appointment-arrived": ahead("place"),
  "appointment-missed": ahead("place"),
  "step-planned": ahead("place"),
  "step-active": ahead("doctor"),
  "step-paused": ahead("place"),
  "step-done": ahead("place"),
  "step-cancelled": ahead("place"),
  "step-unknown": ahead("place"),
  "vaccine-due": vaccine("vaccine"),
  "vaccine-overdue": vaccine("vaccine"),
  "vaccine-not-yet": vaccine("vaccine"),
  "vaccine-complete": vaccine("vaccine"),
  "vaccine-unsure": vaccine("vaccine"),
  "vaccine-passed": vaccine("vaccine"),
  "vaccine-immune": vaccine("vaccine"),
  "vaccine-contraindicated": vaccine("vaccine"),
  "vaccine-not-given": vaccine("vaccine"),
  "vaccine-weak": vaccine("vaccine"),
  "condition-active": condition("doctor"),
  "condition-back": condition("doctor"),
  "condition-remission": condition("doctor"),
  "condition-over": condition("doctor"),
  sure: condition("place"),
  "not-sure": condition("doctor"),
  "told-apart": condition("doctor"),
  "ruled-out": condition("place"),
  "at-visit": condition("place"),
  "staff-alert": condition("place"),
  "allergy-active": condition("doctor"),
  "allergy-high": condition("doctor"),
  "allergy-over": condition("doctor"),
  "allergy-ruled-out": condition("doctor"),
  "procedure-planned": procedure("booking"),
  "procedure-under-way": procedure("feed"),
  "procedure-not-done": procedure("place"),
  "procedure-stopped": procedure("place"),
  "procedure-done": procedure("place"),
  "procedure-unknown": procedure("place"),
  "device-in-use": procedure("place"),
  "paper-current": paper("place"),
  "paper-replaced": paper("place"),
  "paper-draft": paper("place"),
  "paper-changed": paper("place"),
  "none-recorded": book("place"),
  "nothing-received": book("feed"),
  "hidden-by-you": book("us"),
  "hidden-by-rule": book("us"),
  new: book("us"),
  withdrawn: book("place"),
  unsafe: book("place"),
  reported: report("report"),
  "to-be-corrected": report("report-answered"),
  "report-sent": report("report"),
  "report-received": report("report"),
  "report-overdue": report("report"),
  "report-escalated": report("report"),
  "report-corrected": report("report-answered"),
  "report-partly": report("report-answered"),
  "report-refused": report("us"),
  "report-withdrawn": report("us"),
  "feed-on-time": feed("feed"),
  "feed-late": feed("feed"),
  "feed-never": feed("feed"),
  "feed-outage": feed("feed"),
  "feed-unreachable": feed("feed"),
  "feed-gap": feed("feed"),
  "feed-none": feed("feed"),
  "case-open": account("case"),
  "case-answered": account("case"),
  "case-linked": account("us"),
  "case-refused": account("us"),
  "case-lapsed": account("us"),
  "account-new": account("today"),
  "identity-refused": account("today"),
  "look-refused": account("us"),
};
