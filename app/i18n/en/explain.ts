import type { English } from "../catalogue.ts";

export const held: English["held"] = {
  class: {
    histopathology: "Tissue (biopsy) result",
    genetic: "Genetic test result",
    "hiv-confirmation": "HIV confirmation result",
  },
  tag: "There is a result, not shown yet",
  when: {
    histopathology: "It appears once a doctor there has read and explained it, on {date} at the latest.",
    genetic: "It appears once a doctor there has talked with you, on {date} at the latest.",
    "hiv-confirmation": "It appears after counselling there, on {date} at the latest.",
  },
  call: "To know sooner, call or visit {facility}.",
  rules: "When results appear",
  rulesLead:
    "Most results appear as soon as the hospital sends them. Only these few wait for a doctor's explanation, and never without an end.",
  kind: "Kind of result",
  appears: "Appears",
  longest: "At the latest",
  from: "In force from",
  days: { one: "{n} day after it is received", many: "{n} days after it is received" },
  rule: {
    "after-review": "Once a doctor there has read and explained it",
    "with-talk": "Once a doctor there has talked with the person",
  },
  always:
    "Meanwhile the book says that there is a result, and when it appears at the latest. On that day it appears by itself, explained or not.",
  inCopy: "{what}: there is one, not shown yet; it appears on {date} at the latest.",
};

export const explain: English["explain"] = {
  title: "Explain results",
  menu: "Results",
  lead: "Results your facility has sent and nobody has explained, newest first. Choose one or several and send one message. People see in their log who opened them.",
  toExplained: "See results already explained",
  toWaiting: "See results not yet explained",
  none: "No result waits for an explanation",
  noneExplained: "No result has been explained yet",
  more: "There are more; they follow once these are sent.",
  mayBeMore: "There may be information that is not shown, by rule or by the patient's choice.",
  resultOf: "{title} · {name}, born {year}",
  held: "{what}: not shown to the patient yet; appears by itself on {date}.",
  phrase: "Message to the patient",
  choice: {
    normal: "Normal, nothing to do",
    repeat: "The test should be repeated",
    visit: "Please book an appointment",
    call: "We will call you",
  },
  repeatAfter: { one: "Repeat the test after {n} week", many: "Repeat the test after {n} weeks" },
  weeks: "Repeat after how many weeks (with “should be repeated”)",
  words: "More words",
  wordsHint: "Written for the patient; no abbreviations.",
  send: "Send for the chosen results",
  release: "Talked with the patient: show the chosen results",
  done: { one: "Sent for {n} result.", many: "Sent for {n} results." },
  changed: {
    one: "{n} result was not sent: somebody else has just explained it, or it has changed. Look again and send if needed.",
    many: "{n} results were not sent: somebody else has just explained them, or they have changed. Look again and send if needed.",
  },
  by: "{name}, {facility}, {date}",
  before: "Earlier messages",
};
