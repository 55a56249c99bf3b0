import type { English } from "../catalogue.ts";

/** The patient summary, and what is taken along on paper or in a calendar. */
export const summary: English["summary"] = {
  title: "International Patient Summary (IPS)",
  author: "Sổ Khỏe, {department}",
  about:
    "Sổ Khỏe made this summary automatically from what facilities have sent; no clinician has reviewed it. What is not recorded here may exist all the same.",
  heading: "A summary to hand to a doctor",
  help: "Download a summary in the international IPS format: conditions, allergies, current medicines, vaccinations and the newest results. A doctor elsewhere, abroad too, can open it with their own software.",
  link: "Download the summary (IPS)",
  part: {
    problems: "Current conditions",
    allergies: "Allergies",
    medications: "Current medicines",
    immunizations: "Vaccinations",
    results: "Laboratory and imaging results",
    procedures: "Operations and procedures",
    devices: "Devices in the body",
    "vital-signs": "Vital signs",
    "social-history": "Habits and living conditions",
    alerts: "Alerts",
    "past-problems": "Past conditions and diagnoses of visits",
    pregnancy: "Pregnancy and childbirth",
    "plan-of-care": "What comes next",
  },
  rule: {
    problems:
      "Every condition recorded as current. Diagnoses recorded at a visit only are listed under past conditions and diagnoses of visits.",
    allergies: "Every recorded allergy but those that have been ruled out.",
    medications:
      "Medicines prescribed, or said to be taken, on the day of this summary; not those that were stopped or have run out.",
    immunizations: "Every recorded dose, also those recorded as not given.",
    results: "Of each test the newest result alone.",
    procedures: "Of each kind of procedure the newest alone.",
    devices: "Every recorded device.",
    "vital-signs": "Of each measurement the newest alone.",
    "social-history": "Of each matter the newest record alone.",
    alerts: "Every alert in force.",
    "past-problems": "Conditions recorded as over, and the diagnosis codes of visits; of each code the newest alone.",
    pregnancy: "Everything recorded about pregnancy and childbirth.",
    "plan-of-care": "Care plans and vaccinations that lie ahead.",
  },
};

export const pdf: English["pdf"] = {
  link: "Download PDF",
  copy: "This is a copy from Sổ Khỏe, {department}. It does not replace papers issued by the hospital.",
  page: "Page {page} of {pages}",
  printedAt: "Printed {when}",
  unprintable: "Letters that cannot be printed are replaced by [?]. The book shows them all.",
  tooMany: {
    one: "Only the newest entry is printed. Older ones are in the book.",
    many: "Only the newest {n} entries are printed. Older ones are in the book.",
  },
};

export const calendar: English["calendar"] = {
  add: "Add to my calendar",
  title: "Appointment – {facility}",
  text: "The place, the time and what to prepare are in Sổ Khỏe: {address}",
};

export const copy: English["copy"] = {
  title: "The whole book as a PDF",
  lead: "The whole book in one file to keep, print or show a doctor: by sections, with contents, page numbers and who sent what.",
  safe: "The file holds the name and health information: keep it safe and do not send it to strangers.",
  link: "Make a PDF of the whole book",
  linkHelp:
    "Every section of the book in one PDF, to read and to print. A long book takes a few minutes; the file is then here to download.",
  away: "A long book may take a few minutes. You can leave this page and come back later.",
  order: "Make the PDF",
  orderNew: "Make a new one",
  orderNewHelp: "When the book has something new, make a new one. The one above is then deleted at once.",
  orderedAt: "Ordered {when}",
  state: {
    ordered: "Waiting for its turn",
    writing: "Being made",
    ready: "Ready",
    failed: "Could not be made",
    cancelled: "Stopped as you asked",
    deleted: "Deleted",
    expired: "Expired and deleted",
  },
  orderedWait: "It begins when the work before it is done.",
  reading: "Reading the book",
  progress: "{done} of {of} steps done",
  refreshing: "This page reloads by itself until the file is ready.",
  refreshOff: "Stop reloading",
  again: "See whether it is ready",
  slow: "It takes longer than usual. You need not wait here: the work goes on, look again later.",
  cancel: "Stop making it",
  download: "Download the PDF ({size})",
  made: { one: "Made {when}, with one entry of the book.", many: "Made {when}, with {n} entries of the book." },
  ends: "It is deleted by itself at {when}. When you need it again, make a new one.",
  delete: "Delete it now",
  confirm: "You may be asked to confirm that it is you when it is made and when it is downloaded.",
  logged: "Every time it is made or downloaded is listed under Who looked.",
  failure: {
    locked: "Opening the book is locked, so the work stopped. Unlock it, then try again.",
    "signed-out": "You signed out, or may no longer see this person’s book, so the work stopped.",
    interrupted:
      "The system was interrupted several times, so the work stopped. Nothing in the book is lost; try again.",
    "not-begun": "The system was busy for too long to begin. Try again; if it still fails, call %phone%.",
    "went-wrong":
      "Something went wrong while the file was made. Nothing in the book is lost; try again, and if it fails again call %phone%.",
  },
  retry: "Try again",
  gone: "What was deleted cannot be brought back. The book itself is intact.",
  paper: {
    about:
      "This holds every entry shown in the book when it was printed, as health facilities sent it; Sổ Khỏe adds and removes nothing. What is not recorded here is not proof that there is none.",
    leftOut:
      "Not included: what was measured at home, bills and the insurance card, entries their sender took back, results whose day has not come (only that they exist), visits hidden in the book and visits with special protection. Every copy says so, whether or not the book has any.",
    ordered: "Each section begins with its newest entry. The facility and the date stand under each entry.",
    contents: "Contents",
    chapter: "{title} ({n})",
    sources: "Who sent it",
    source: {
      one: "{facility}: one entry, last received {when}",
      many: "{facility}: {n} entries, last received {when}",
    },
    none: "Nothing was received from any hospital yet.",
    cut: "Only the newest {n} entries of this section are printed. Older ones are in the book.",
  },
};
