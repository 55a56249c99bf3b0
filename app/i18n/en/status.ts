import type { English } from "../catalogue.ts";
import { statusTopics } from "./status-topics.ts";

/** Help in place: beside every status what it means, what to do, whom to call and after how long. */
export const status: English["status"] = {
  ask: "What does this mean?",
  title: "What the words mean",
  lead: "The words that tell how things stand in the book: what they mean, what you can do, whom to call and after how long. In the book, press “What does this mean?” beside the word.",
  index: "Go to",
  area: {
    results: "Results",
    medicines: "Medicines",
    visits: "Visits",
    ahead: "Appointments and what comes next",
    vaccinations: "Vaccinations",
    conditions: "Conditions, allergies",
    procedures: "Procedures, operations",
    documents: "Documents, copies",
    book: "Hidden, withdrawn, not here yet",
    corrections: "Reported mistakes",
    feeds: "Hospitals that send",
    account: "Signing in, accounts",
  },
  insurance: "The health-insurance card",
  problems: "When signing in does not work",
  feed: {
    "on-time": "On time",
    late: "Late",
    "never-sent": "Never sent",
    outage: "Interrupted",
    unreachable: "Server does not answer",
    gap: "Some days missing",
    "sends-nothing-of-this-kind": "Does not send this kind",
  },
  empty: {
    "none-recorded": "Nothing recorded",
    "nothing-received": "Nothing received from any hospital yet",
    "hidden-by-you": "Hidden by you",
    "hidden-by-rule": "Hidden by rule",
  },
  call: {
    lab: "If nothing has changed after 7 days, call the place that did it; if you cannot reach them, call %phone%.",
    "lab-now":
      "If they have not called you, call them today. Trouble breathing, chest pain or confusion: call 115, do not wait.",
    doctor: "Ask a doctor at your next visit at the latest; if you do not know whom to ask, call %phone%.",
    prescriber:
      "Ask the prescriber or a pharmacist before the next dose; if you do not know whom to ask, call %phone%.",
    place: "Ask the place that recorded it at any time; without an answer after 7 days, call %phone%.",
    booking: "If it is still not clear one day before, call the facility; if you cannot reach them, call %phone%.",
    vaccine: "Ask the health station or the place that vaccinates this week; if you cannot reach them, call %phone%.",
    feed: "If it is not here 7 days after the visit, ask the facility, or call %phone%.",
    report: "If the deadline of the report passes without an answer, call %phone% and read out its number.",
    "report-answered": "If the corrected version is not here after 7 days, call %phone% and read out the number.",
    case: "After the day given as “Answer at the latest”, call %phone% and read out the case number.",
    today: "Call %phone% today.",
    us: "If you need help, call %phone%; there is no need to wait.",
  },
  topic: statusTopics,
};
