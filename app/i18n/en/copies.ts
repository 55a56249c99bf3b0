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
