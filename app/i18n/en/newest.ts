import type { English } from "../catalogue.ts";

export const newest: English["newest"] = {
  title: "Hide new results",
  lead: "Would you rather not read a new result alone? With this on, results received in the last 14 days stay out of the lists until a doctor has explained them or the 14 days are over.",
  does: {
    anytime: "You can see them whenever you like: press “Show new results” above the list.",
    danger: "A result that the laboratory reports as dangerous still appears at once.",
    measured: "Measurements taken on the spot, such as blood pressure and weight, still appear.",
    yours:
      "It only changes what you yourself see in this book. Doctors, facilities and people helping you see everything.",
    theirs: "It only changes what you see in this person’s book. They, doctors and facilities see it as they chose.",
    copies: "Downloads and prints hold every result.",
  },
  isOn: "New results are hidden.",
  isOff: "Every result is shown as soon as it is received.",
  on: "Hide new results for 14 days",
  off: "Show every result at once",
  hidden: {
    one: "One result entry received in the last 14 days and not yet explained by a doctor is hidden.",
    many: "{n} result entries received in the last 14 days and not yet explained by a doctor are hidden.",
  },
  show: "Show new results",
  showing: "New results that you chose to hide are being shown.",
  hideAgain: "Hide them again",
  change: "Change this",
  offer: "Rather not see new results yet?",
};
