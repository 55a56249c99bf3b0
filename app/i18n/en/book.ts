import type { English } from "../catalogue.ts";

/** The book and its sections. */
export const book: English["book"] = {
  of: "Health book of {name}",
  title: "Health book",
  born: "born {date}",
  bornYear: "born in {date}",
  bornMonth: "born in {date}",
  ahead: "Next appointment",
  aheadVaccination: "Vaccination due",
  aheadMore: "See what to prepare",
  news: { one: "New since {when}: {n} entry.", many: "New since {when}: {n} entries." },
  newsSee: "See what is new",
  shortcuts: "Go straight to",
  seeAll: "See all ({n})",
  cut: "There are more than can be shown here. See all of them.",
  rest: "Other sections",
  restHint: {
    vaccinations: "Doses given, and what is due",
    procedures: "Operations, procedures, implants and devices",
    documents: "Discharge letters, summaries and other papers",
    history: "Birth, habits, own and relatives' illnesses (Form 831)",
    privacy: "Who opened this book, when and on what basis",
  },
  sentBy: "Which hospitals have sent",
  sentLine: "{facility}, latest {when}",
  sentNone: "No hospital has sent anything for this book yet.",
  sentNotShown: "There are no senders to show.",
  mayBeMore: "There may be information that is not shown, by rule or by the person’s choice.",
  hiddenByYou: { one: "You have hidden {n} item.", many: "You have hidden {n} items." },
  showHidden: "Show hidden items",
  showingHidden: "Items you have hidden are shown too. People helping you and doctors still do not see them.",
  hideAgain: "Stop showing hidden items",
  hiddenByRule: {
    one: "{n} item is not shown, by rule. To know more, ask where you were treated or call %phone%.",
    many: "{n} items are not shown, by rule. To know more, ask where you were treated or call %phone%.",
  },
  emptyBook: "There is nothing in this book yet",
  emptyBookWhy:
    "Information appears here once a hospital sends it, usually within a few days of a visit. Hospitals that are not connected cannot send yet.",
  eachSource: "See each hospital",
  fromVisit: "See the visit it belongs to",
};

export const section: English["section"] = {
  title: {
    allergies: "Allergies",
    medicines: "Medicines",
    conditions: "Conditions and health problems",
    results: "Results",
    visits: "Visits",
    vaccinations: "Vaccines",
    procedures: "Procedures and operations",
    documents: "Documents",
    "next-steps": "Coming up",
    history: "History and risk factors",
  },
  home: {
    allergies: "Allergies",
    medicines: "Current medicines",
    conditions: "Conditions and health problems",
    results: "Latest results",
    visits: "Recent visits",
    vaccinations: "Vaccinations",
    procedures: "Procedures and operations",
    documents: "Documents",
    "next-steps": "Coming up",
    history: "History and risk factors",
  },
  lead: {
    allergies: "Always tell doctors and pharmacists about allergies, even when they are written here.",
    medicines: "Do not stop or change a medicine without asking your doctor.",
    conditions: "Conditions and health problems that facilities have recorded.",
    results: "Results appear as soon as the laboratory approves them. A doctor may not have explained them yet.",
    visits: "Each visit holds its diagnoses, results, medicines and documents.",
    vaccinations: "Doses given, as sent by whoever gave them. Keep the paper card as well.",
    procedures: "Operations, procedures and devices in the body such as pacemakers.",
    documents: "Documents issued by hospitals.",
    "next-steps": "Appointments, orders and vaccinations due, as sent by facilities.",
    history:
      "What was told, or asked and written down: habits, home, birth, pregnancies. None of it is the result of an examination or a test.",
  },
  count: {
    allergies: { one: "{n} allergy entry", many: "{n} allergy entries" },
    medicines: { one: "{n} medicine", many: "{n} medicines" },
    conditions: { one: "{n} condition or problem", many: "{n} conditions or problems" },
    results: { one: "{n} result", many: "{n} results" },
    visits: { one: "{n} visit", many: "{n} visits" },
    vaccinations: { one: "{n} vaccination", many: "{n} vaccinations" },
    procedures: { one: "{n} procedure", many: "{n} procedures" },
    documents: { one: "{n} document", many: "{n} documents" },
    "next-steps": { one: "{n} item", many: "{n} items" },
    history: { one: "{n} answer", many: "{n} answers" },
  },
};

export const empty: English["empty"] = {
  noneRecordedBy: {
    allergies: "{facility} recorded no allergies ({date}).",
    medicines: "{facility} recorded no current medicines ({date}).",
    conditions: "{facility} recorded no conditions ({date}).",
    results: "{facility} recorded no results ({date}).",
    visits: "{facility} recorded no visits ({date}).",
    vaccinations: "{facility} recorded no vaccinations ({date}).",
    procedures: "{facility} recorded no procedures ({date}).",
    documents: "{facility} recorded no documents ({date}).",
    "next-steps": "{facility} recorded nothing coming up ({date}).",
    history: "{facility} recorded no habits or history ({date}).",
  },
  noneOfKindBy: {
    food: "{facility} recorded no food allergies ({date}). It says nothing about other kinds of allergy.",
    medication: "{facility} recorded no medicine allergies ({date}). It says nothing about other kinds of allergy.",
    environment:
      "{facility} recorded no environmental allergies, such as pollen or house dust ({date}). It says nothing about other kinds of allergy.",
    latex: "{facility} recorded no latex allergy ({date}). It says nothing about other kinds of allergy.",
  },
  noneNoLonger: "{facility} once recorded that there were none, but that no longer holds ({date}). Ask there.",
  noneUnclear:
    "{facility} recorded that there were none, with a remark that Sổ Khỏe cannot read yet ({date}). Ask there.",
  noneRecorded: {
    allergies: "The facilities that sent data recorded no allergies.",
    medicines: "The facilities that sent data recorded no current medicines.",
    conditions: "The facilities that sent data recorded no conditions.",
    results: "The facilities that sent data recorded no results.",
    visits: "The facilities that sent data recorded no visits.",
    vaccinations: "The facilities that sent data recorded no vaccinations.",
    procedures: "The facilities that sent data recorded no procedures.",
    documents: "The facilities that sent data recorded no documents.",
    "next-steps": "Nothing is coming up.",
    history: "The facilities that sent data recorded no habits or history.",
  },
  filledFrom: {
    allergies:
      "This part comes from the commune station’s personal health record (Form 831) and from hospitals that send FHIR. Insurance packages (XML) have no place for allergies.",
    medicines: "This part comes from hospitals’ insurance packages (XML) and from those who send FHIR.",
    conditions:
      "This part comes from diagnoses in insurance packages (XML) and from the commune station’s personal health record (Form 831).",
    results:
      "This part comes from hospitals’ insurance packages (XML), from those who send FHIR, and from examinations in Form 831.",
    visits: "This part comes from hospitals’ insurance packages (XML) and from those who send FHIR.",
    vaccinations:
      "This part comes from the immunisation register, from the commune station’s Form 831 and from those who send FHIR. Insurance packages (XML) have no vaccinations.",
    procedures: "This part comes from hospitals’ insurance packages (XML) and from the surgery part of Form 831.",
    documents:
      "This part comes from discharge papers, referrals and summaries in insurance packages (XML) and from those who send FHIR.",
    "next-steps": "This part comes from re-examination slips in insurance packages (XML) and from those who send FHIR.",
    history:
      "This part comes from personal health records (Form 831) of commune health stations and from facilities that send FHIR data. Insurance XML packages do not hold it.",
  },
  nothingReceived: {
    allergies: "No hospital has sent information about allergies yet.",
    medicines: "No hospital has sent information about medicines yet.",
    conditions: "No hospital has sent information about conditions yet.",
    results: "No hospital has sent results yet.",
    visits: "No hospital has sent a visit yet.",
    vaccinations: "Nobody has sent vaccination records yet.",
    procedures: "No hospital has sent information about procedures yet.",
    documents: "No hospital has sent documents yet.",
    "next-steps": "No hospital has sent appointments or orders yet.",
    history: "No habits or history received from anywhere yet.",
  },
  noneNow: {
    allergies: "No allergies at present, according to what was sent.",
    medicines: "No current medicines, according to what was sent.",
    conditions: "No conditions at present, according to what was sent.",
    results: "No valid results.",
    visits: "No visit has taken place yet.",
    vaccinations: "No valid vaccinations.",
    procedures: "No procedures.",
    documents: "No documents.",
    "next-steps": "Nothing is coming up.",
    history: "No habits or history on record.",
  },
  notMeaningNone: "Not received does not mean there is none.",
  hiddenByYou: "You have hidden this.",
  hiddenByRule: "Hidden by rule.",
  notShown: "There is nothing to show.",
  notAsked: "{facility} has not asked about this ({date}).",
  unavailable: "{facility} has no information about this ({date}).",
  withheld: "{facility} does not give information about this ({date}).",
};

export const sources: English["sources"] = {
  title: "Which hospitals have sent",
  lead: "Sổ Khỏe shows only what facilities have sent. Here you see who sent what and when, and who has sent nothing.",
  leadSent: "Sổ Khỏe shows only what facilities have sent. Here you see who sent what and when.",
  sent: { one: "{n} facility has sent data", many: "{n} facilities have sent data" },
  export: "A copy of your book",
  exportHelp:
    "Download what your book shows as one file, to keep or to hand to another system (FHIR R4). It has your name and health data in it: keep it safe and do not send it to strangers.",
  exportLeftOut:
    "This copy holds neither visits that were hidden in the book nor visits under special protection, for instance those about violence; whoever downloads it for somebody else also lacks what is not open to them. Every copy says this, whether there are such parts or not. To get them, ask the place of the visit.",
  exportLink: "Download the copy",
  last: "Last sent",
  first: "First sent",
  messages: "Times sent",
  contents: "Received",
  withdrawn: { one: "{n} item was withdrawn by its sender.", many: "{n} items were withdrawn by their sender." },
  notShown: {
    one: "{n} item is kept but not shown in the book: bills, identity papers or a kind not supported yet.",
    many: "{n} items are kept but not shown in the book: bills, identity papers or kinds not supported yet.",
  },
  expectedDaily: "Usually sends every day.",
  expectedDays: { one: "Usually sends every day.", many: "Usually sends every {n} days." },
  expectedWeekly: "Usually sends every week.",
  expectedHours: { one: "Usually sends every hour.", many: "Usually sends every {n} hours." },
  basis: "Basis for sending",
  state: "How it sends",
  more: "Each kind, deliveries, basis",
  silent: "Nothing sent for this book yet",
  unsure: "Nothing seen from these",
  unsureWhy:
    "Some items of this book are hidden, or not shown by rule, so it cannot be said for certain that these have sent nothing.",
  silentLead: "If you have been treated at one of these, ask there or call %phone%.",
  connected: "Connected, has sent nothing about this person",
  connectedOnly: "Connected",
  notConnected: "Not connected to Sổ Khỏe yet",
  none: "No hospital has sent anything for this book yet",
};

export const facilityKind: English["facilityKind"] = {
  hospital: "Hospital",
  clinic: "Clinic",
  station: "Commune health station",
  pharmacy: "Pharmacy",
  department: "Public authority",
};

/** Finding things in the whole book. */
export const search = {
  title: "Search this book",
  newTitle: "New since last time",
  newSince: "What hospitals have sent after {when}, when you last opened the book.",
  label: "What are you looking for?",
  hint: "A medicine, condition, test, hospital… With or without Vietnamese accents.",
  in: {
    allergies: "Search allergies",
    medicines: "Search medicines",
    conditions: "Search conditions",
    results: "Search results",
    visits: "Search visits",
    vaccinations: "Search vaccinations",
    procedures: "Search procedures",
    documents: "Search documents",
    "next-steps": "Search next steps",
    history: "Search habits and history",
  },
  button: "Search",
  narrow: "Filter by kind, hospital, year",
  narrowButton: "Filter",
  narrowed: "Filtered by",
  by: { kind: "Kind", facility: "Sent by", year: "Year" },
  any: "All",
  onlyNew: "New since last time",
  without: "{label} – remove filter",
  otherFacility: "Another facility",
  count: { one: "{n} entry", many: "{n} entries, newest first" },
  countOf: { one: "{n} entry with “{text}”", many: "{n} entries with “{text}”, newest first" },
  none: "Nothing found",
  noneHelp: "Only what hospitals have sent is searched. Try fewer letters, or remove a filter.",
  noneWhy: "Why is it not in my book?",
  noneNew: "Nothing new since last time",
  all: "See everything in the book",
  open: "Search this book",
};

/** What waits for the person, on the first page. */
export const needs: English["needs"] = {
  title: "To do ({n})",
  critical:
    "{title} of {when}: the laboratory calls it critical. Contact the place of your visit now unless they have called you.",
  criticalUndated:
    "{title}: the laboratory calls it critical. Contact the place of your visit now unless they have called you.",
  ending: "Running out: {titles} – until {until}. To go on taking it, see the doctor before then.",
  overdue: "{title}: this vaccination is overdue.",
  overdueSince: "{title}: this vaccination is overdue since {when}.",
  seeResult: "See the result",
  seeMedicines: "See medicines",
  seeSteps: "See what is coming up",
};

/** Every version of one item. */
export const versions: English["versions"] = {
  title: "Versions received",
  lead: {
    one: "The sender has sent this {n} time.",
    many: "The sender has sent this {n} times. The version in use comes first; earlier ones are kept, never deleted.",
  },
  only: "The sender has sent this once.",
  current: "In use",
  before: "Earlier version",
  earlier: { one: "See {n} earlier version", many: "See {n} earlier versions" },
  see: "See this one",
  compare: "See what each version said",
};
