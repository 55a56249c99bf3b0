import type { MessageKey } from "#app/i18n/catalogue.ts";
import type { Topic } from "./topics.ts";

/** Groups of words that tell how something stands; each word of them has its help. */
type Group =
  | "result.status"
  | "result.interpretation"
  | "medicine.status"
  | "visit.status"
  | "nextStep.status"
  | "vaccinations.state"
  | "document.status"
  | "document.signed"
  | "copy.state"
  | "procedure.status"
  | "condition.clinical"
  | "allergy.clinical"
  | "item.certainty"
  | "pregnancy.state"
  | "correction.reported"
  | "correction.stateOf"
  | "signInHelp.stateOf"
  | "status.feed"
  | "status.empty";

/** Single words of the kind. */
type Word =
  | "held.tag"
  | "result.notExplained"
  | "item.new"
  | "item.withdrawn"
  | "item.unsafe"
  | "item.hidden"
  | "measurements.withdrawn"
  | "medicine.notToBeTaken"
  | "medicine.form.proposed"
  | "vaccination.notGiven"
  | "vaccination.subpotent"
  | "condition.atVisit"
  | "condition.alert"
  | "allergy.high"
  | "allergy.refuted"
  | "accounts.added"
  | "sessions.refused"
  | "log.denied";

/** A status by the message that shows it. */
export type Status = Extract<MessageKey, `${Group}.${string}`> | Word;
export type StatusGroup = Group;

/** The one table: every status a citizen may read, and what there is to say of it. A status without help does not compile. */
export const statuses: Readonly<Record<Status, Topic>> = {
  "result.status.registered": "sample-taken",
  "result.status.partial": "in-part",
  "result.status.preliminary": "preliminary",
  "result.status.final": "final",
  "result.status.amended": "changed",
  "result.status.corrected": "changed",
  "result.status.appended": "added",
  "result.status.cancelled": "result-cancelled",
  "result.status.unknown": "result-unknown",
  "result.interpretation.normal": "within",
  "result.interpretation.low": "outside",
  "result.interpretation.high": "outside",
  "result.interpretation.abnormal": "outside",
  "result.interpretation.critical-low": "far-outside",
  "result.interpretation.critical-high": "far-outside",
  "result.interpretation.critical": "far-outside",
  "result.interpretation.positive": "positive",
  "result.interpretation.negative": "negative",
  "result.interpretation.other": "remark",
  "result.notExplained": "not-explained",
  "held.tag": "held",
  "medicine.status.active": "taking",
  "medicine.status.completed": "finished",
  "medicine.status.stopped": "stopped",
  "medicine.status.on-hold": "paused",
  "medicine.status.cancelled": "prescription-cancelled",
  "medicine.status.draft": "not-started",
  "medicine.status.intended": "not-started",
  "medicine.status.not-taken": "not-taken",
  "medicine.status.not-done": "not-taken",
  "medicine.status.preparation": "being-prepared",
  "medicine.status.in-progress": "being-prepared",
  "medicine.status.declined": "not-supplied",
  "medicine.status.unknown": "medicine-unknown",
  "medicine.notToBeTaken": "must-not-take",
  "medicine.form.proposed": "proposed",
  "visit.status.planned": "visit-planned",
  "visit.status.arrived": "visit-awaiting",
  "visit.status.triaged": "visit-under-way",
  "visit.status.in-progress": "visit-under-way",
  "visit.status.onleave": "visit-leave",
  "visit.status.cancelled": "visit-cancelled",
  "visit.status.unknown": "visit-unknown",
  "nextStep.status.proposed": "appointment-proposed",
  "nextStep.status.pending": "appointment-pending",
  "nextStep.status.booked": "appointment-booked",
  "nextStep.status.waitlist": "appointment-waitlist",
  "nextStep.status.arrived": "appointment-arrived",
  "nextStep.status.checked-in": "appointment-arrived",
  "nextStep.status.fulfilled": "step-done",
  "nextStep.status.noshow": "appointment-missed",
  "nextStep.status.cancelled": "step-cancelled",
  "nextStep.status.draft": "step-planned",
  "nextStep.status.active": "step-active",
  "nextStep.status.on-hold": "step-paused",
  "nextStep.status.revoked": "step-cancelled",
  "nextStep.status.completed": "step-done",
  "nextStep.status.planned": "step-planned",
  "nextStep.status.accepted": "step-active",
  "nextStep.status.rejected": "step-cancelled",
  "nextStep.status.due": "vaccine-due",
  "nextStep.status.overdue": "vaccine-overdue",
  "nextStep.status.immune": "vaccine-immune",
  "nextStep.status.contraind": "vaccine-contraindicated",
  "nextStep.status.complete": "vaccine-complete",
  "nextStep.status.unknown": "step-unknown",
  "vaccinations.state.complete": "vaccine-complete",
  "vaccinations.state.due": "vaccine-due",
  "vaccinations.state.overdue": "vaccine-overdue",
  "vaccinations.state.not-yet": "vaccine-not-yet",
  "vaccinations.state.unsure": "vaccine-unsure",
  "vaccinations.state.passed": "vaccine-passed",
  "vaccination.notGiven": "vaccine-not-given",
  "vaccination.subpotent": "vaccine-weak",
  "document.status.superseded": "paper-replaced",
  "document.status.preliminary": "paper-draft",
  "document.status.amended": "paper-changed",
  "document.status.final": "paper-current",
  "document.status.current": "paper-current",
  "document.signed.sent": "signature-sent",
  "document.signed.said": "signature-said",
  "document.signed.none": "signature-none",
  "document.signed.draft": "paper-draft",
  "document.signed.unknown": "signature-unknown",
  "copy.state.ordered": "copy-waiting",
  "copy.state.writing": "copy-waiting",
  "copy.state.ready": "copy-ready",
  "copy.state.failed": "copy-failed",
  "copy.state.cancelled": "copy-gone",
  "copy.state.deleted": "copy-gone",
  "copy.state.expired": "copy-gone",
  "procedure.status.preparation": "procedure-planned",
  "procedure.status.intended": "procedure-planned",
  "procedure.status.in-progress": "procedure-under-way",
  "procedure.status.not-done": "procedure-not-done",
  "procedure.status.on-hold": "procedure-stopped",
  "procedure.status.stopped": "procedure-stopped",
  "procedure.status.unknown": "procedure-unknown",
  "procedure.status.active": "device-in-use",
  "procedure.status.completed": "procedure-done",
  "condition.clinical.active": "condition-active",
  "condition.clinical.recurrence": "condition-back",
  "condition.clinical.relapse": "condition-back",
  "condition.clinical.inactive": "condition-over",
  "condition.clinical.remission": "condition-remission",
  "condition.clinical.resolved": "condition-over",
  "condition.atVisit": "at-visit",
  "condition.alert": "staff-alert",
  "allergy.clinical.active": "allergy-active",
  "allergy.clinical.inactive": "allergy-over",
  "allergy.clinical.resolved": "allergy-over",
  "allergy.high": "allergy-high",
  "allergy.refuted": "allergy-ruled-out",
  "item.certainty.confirmed": "sure",
  "item.certainty.unconfirmed": "not-sure",
  "item.certainty.provisional": "not-sure",
  "item.certainty.differential": "told-apart",
  "item.certainty.refuted": "ruled-out",
  "item.certainty.entered-in-error": "withdrawn",
  "pregnancy.state.current": "pregnancy-goes-on",
  "pregnancy.state.ended": "pregnancy-over",
  "pregnancy.state.not-told": "pregnancy-unclear",
  "item.new": "new",
  "item.withdrawn": "withdrawn",
  "item.unsafe": "unsafe",
  "item.hidden": "hidden-by-you",
  "measurements.withdrawn": "own-deleted",
  "correction.reported.wrong": "reported",
  "correction.reported.missing": "reported",
  "correction.reported.not-mine": "reported",
  "correction.reported.corrected": "to-be-corrected",
  "correction.reported.partly": "to-be-corrected",
  "correction.stateOf.sent": "report-sent",
  "correction.stateOf.received": "report-received",
  "correction.stateOf.overdue": "report-overdue",
  "correction.stateOf.escalated": "report-escalated",
  "correction.stateOf.corrected": "report-corrected",
  "correction.stateOf.partly": "report-partly",
  "correction.stateOf.refused": "report-refused",
  "correction.stateOf.withdrawn": "report-withdrawn",
  "signInHelp.stateOf.open": "case-open",
  "signInHelp.stateOf.answered": "case-answered",
  "signInHelp.stateOf.linked": "case-linked",
  "signInHelp.stateOf.refused": "case-refused",
  "signInHelp.stateOf.lapsed": "case-lapsed",
  "accounts.added": "account-new",
  "sessions.refused": "identity-refused",
  "log.denied": "look-refused",
  "status.feed.on-time": "feed-on-time",
  "status.feed.late": "feed-late",
  "status.feed.never-sent": "feed-never",
  "status.feed.outage": "feed-outage",
  "status.feed.unreachable": "feed-unreachable",
  "status.feed.gap": "feed-gap",
  "status.feed.sends-nothing-of-this-kind": "feed-none",
  "status.empty.none-recorded": "none-recorded",
  "status.empty.nothing-received": "nothing-received",
  "status.empty.hidden-by-you": "hidden-by-you",
  "status.empty.hidden-by-rule": "hidden-by-rule",
};

/** The status that a code from outside has in a group; `undefined` when there is no word for it. */
export function statusIn(group: Group, code: string | undefined): Status | undefined {
  const key = `${group}.${code}`;
  return code !== undefined && Object.hasOwn(statuses, key) ? (key as Status) : undefined;
}
