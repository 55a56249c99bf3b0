import type { English } from "../catalogue.ts";

/** Words for what stands in the book: statuses, kinds, certainty. */
export const item: English["item"] = {
  untitled: {
    allergy: "Allergy without a name",
    medicine: "Medicine without a name",
    condition: "Problem without a name",
    result: "Result without a name",
    visit: "Visit",
    vaccination: "Vaccination without a name",
    procedure: "Procedure without a name",
    document: "Document without a name",
    "next-step": "Item without a name",
  },
  hidden: "Hidden by you",
  withdrawn: "Withdrawn by the sender",
  withdrawnHelp: "The sender says this was entered by mistake. Do not rely on it.",
  unsafe: "Check with the sender",
  unsafeHelp: "The sender attached a remark that Sổ Khỏe cannot read yet. Do not rely on this before asking.",
  reason: "Reason: {reason}",
  by: "Recorded by {name}",
  bodySite: "Site: {site}",
  untilDay: "Take until {date}",
  ended: "Ended {date}",
  certainty: {
    confirmed: "Confirmed",
    unconfirmed: "Not confirmed",
    provisional: "Provisional diagnosis",
    differential: "One of several possibilities",
    refuted: "Ruled out",
    "entered-in-error": "Entered by mistake",
  },
};

export const allergy: English["allergy"] = {
  clinical: { active: "Active", inactive: "No longer active", resolved: "Resolved" },
  high: "Risk of a severe reaction",
  low: "Risk of a mild reaction",
  "unable-to-assess": "Risk could not be assessed",
  refuted: "Ruled out: not allergic",
  category: { food: "Food", medication: "Medicine", environment: "Environment", biologic: "Biological product" },
  reaction: "Reaction: {text}",
  severe: "{text} (severe)",
  moderate: "{text} (moderate)",
  mild: "{text} (mild)",
};

export const medicine: English["medicine"] = {
  form: {
    prescribed: "Prescribed by a doctor",
    stated: "Stated by the person",
    dispensed: "Handed out",
    given: "Given at the facility",
  },
  current: "Current",
  before: "Earlier",
  notToBeTaken: "Do not take",
  quantity: "Quantity: {quantity}",
  prescribedBy: "Prescribed by {name}",
  status: {
    active: "Current",
    completed: "Finished",
    stopped: "Stopped",
    "on-hold": "Paused",
    cancelled: "Prescription cancelled",
    draft: "Draft, not in use",
    intended: "Planned",
    "not-taken": "Not taken",
    "not-done": "Not done",
    preparation: "Being prepared",
    "in-progress": "In progress",
    declined: "Not handed out",
    unknown: "Not clear whether still taken",
  },
};

export const condition: English["condition"] = {
  alert: "Note for health workers",
  severity: "Severity: {severity}",
  clinical: {
    active: "Active",
    recurrence: "Came back",
    relapse: "Came back",
    inactive: "Not active now",
    remission: "Easing off (in remission)",
    resolved: "Resolved",
  },
};

export const vaccination: English["vaccination"] = {
  notGiven: "Not given",
  dose: "Dose {dose}",
  doseOf: "Dose {dose} of {doses}",
  against: "Protects against: {diseases}",
  lot: "Lot number: {lot}",
  maker: "Manufacturer: {maker}",
  series: "Schedule: {series}",
  subpotent: "This dose was too weak; ask where it was given whether it must be repeated",
  whyNot: "Reason: {reason}",
};

export const procedure: English["procedure"] = {
  device: "Device in the body",
  outcome: "Outcome: {outcome}",
  status: {
    preparation: "Being prepared",
    "in-progress": "In progress",
    "not-done": "Not done",
    "on-hold": "Paused",
    stopped: "Stopped before the end",
    unknown: "Not clear whether it was done",
    intended: "Planned",
    active: "In use",
    completed: "Done",
  },
};

export const document: English["document"] = {
  summary: "Summary",
  parts: "Contains: {parts}",
  by: "Issued by {name}",
  files: {
    one: "{n} file attached. See the full version where it was issued.",
    many: "{n} files attached. See the full version where it was issued.",
  },
  status: {
    superseded: "Replaced by a newer version",
    preliminary: "Preliminary version",
    amended: "Amended",
    final: "Final version",
    current: "Current version",
  },
};

export const nextStep: English["nextStep"] = {
  earlier: "Past",
  ahead: "Coming up",
  instruction: "What to do: {text}",
  by: "Ordered by {name}",
  form: {
    appointment: "Appointment",
    plan: "Care plan",
    goal: "Goal",
    request: "Order",
    "vaccination-due": "Vaccination due",
  },
  status: {
    proposed: "Proposed",
    pending: "Waiting for confirmation",
    booked: "Booked",
    waitlist: "On the waiting list",
    arrived: "Arrived",
    "checked-in": "Checked in",
    fulfilled: "Visit took place",
    noshow: "Did not come",
    cancelled: "Cancelled",
    draft: "Draft",
    active: "Under way",
    "on-hold": "Paused",
    revoked: "Cancelled",
    completed: "Done",
    planned: "Planned",
    accepted: "Agreed",
    rejected: "Not pursued",
    due: "Due",
    overdue: "Overdue",
    immune: "Already immune",
    contraind: "Should not be given",
    complete: "Course complete",
    unknown: "Not clear",
  },
};

export const visit: English["visit"] = {
  place: "Place",
  when: "Date",
  department: "Department",
  practitioners: "Seen by",
  reasons: "Reason",
  diagnoses: "Diagnoses",
  disposition: "At the end",
  nothingElse: "No results, medicines or documents of this visit have been received yet.",
  class: {
    AMB: "Outpatient visit",
    IMP: "Hospital stay",
    ACUTE: "Hospital stay",
    NONAC: "Hospital stay",
    EMER: "Emergency visit",
    HH: "Home visit",
    VR: "Remote visit",
    OBSENC: "Observation stay",
    SS: "Day treatment",
    PRENC: "Pre-admission visit",
    FLD: "Mobile clinic visit",
  },
  status: {
    planned: "Planned",
    arrived: "Arrived",
    triaged: "Triaged",
    "in-progress": "In progress",
    onleave: "On leave",
    cancelled: "Cancelled",
    unknown: "Not clear",
  },
};
