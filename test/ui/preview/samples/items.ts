import type {
  AllergyView,
  ConditionView,
  DocumentView,
  DoseView,
  ItemBase,
  MedicineView,
  NextStepView,
  ProcedureView,
  ResultView,
  VaccinationView,
  VisitView,
} from "#app/domain/health-book/view.ts";
import { base } from "./base.ts";

type More<T> = Partial<Omit<T, "kind">>;

/** Every kind of entry with everything optional left out; each sample adds what it is about. */
export const allergy = (title: string | undefined, more: More<AllergyView> = {}): AllergyView => ({
  ...base(title),
  kind: "allergy",
  clinical: undefined,
  certainty: undefined,
  criticality: undefined,
  categories: [],
  reactions: [],
  notes: [],
  ...more,
});

export const noDose: DoseView = {
  text: undefined,
  amount: undefined,
  frequency: undefined,
  moments: [],
  timesOfDay: [],
  asNeeded: false,
  asNeededFor: undefined,
  route: undefined,
};

export const medicine = (title: string | undefined, more: More<MedicineView> = {}): MedicineView => ({
  ...base(title),
  kind: "medicine",
  form: "prescribed",
  status: "active",
  current: true,
  notToBeTaken: false,
  doses: [],
  reasons: [],
  until: undefined,
  lasts: undefined,
  quantity: undefined,
  by: undefined,
  notes: [],
  ...more,
});

export const condition = (title: string | undefined, more: More<ConditionView> = {}): ConditionView => ({
  ...base(title),
  kind: "condition",
  alert: false,
  atVisit: false,
  times: 1,
  clinical: undefined,
  certainty: undefined,
  severity: undefined,
  ended: undefined,
  bodySites: [],
  notes: [],
  ...more,
});

export const result = (title: string | undefined, more: More<ResultView> = {}): ResultView => ({
  ...base(title),
  kind: "result",
  form: "measurement",
  category: "laboratory",
  status: "final",
  value: undefined,
  interpretation: undefined,
  ranges: [],
  components: [],
  conclusion: undefined,
  memberCount: 0,
  memberIds: [],
  by: [],
  method: undefined,
  bodySite: undefined,
  notes: [],
  ...more,
});

export const visit = (title: string | undefined, more: More<VisitView> = {}): VisitView => ({
  ...base(title),
  kind: "visit",
  visitClass: undefined,
  status: "finished",
  reasons: [],
  diagnoses: [],
  department: undefined,
  practitioners: [],
  disposition: undefined,
  ...more,
});

export const vaccination = (title: string | undefined, more: More<VaccinationView> = {}): VaccinationView => ({
  ...base(title),
  kind: "vaccination",
  given: true,
  status: "completed",
  subpotent: false,
  dose: undefined,
  doses: undefined,
  series: undefined,
  against: [],
  lot: undefined,
  manufacturer: undefined,
  whenText: undefined,
  reasonNotGiven: undefined,
  place: undefined,
  notes: [],
  ...more,
});

export const procedure = (title: string | undefined, more: More<ProcedureView> = {}): ProcedureView => ({
  ...base(title),
  kind: "procedure",
  form: "procedure",
  status: "completed",
  reasons: [],
  bodySites: [],
  outcome: undefined,
  by: [],
  whenText: undefined,
  notes: [],
  ...more,
});

export const documentOf = (title: string | undefined, more: More<DocumentView> = {}): DocumentView => ({
  ...base(title),
  kind: "document",
  form: "document",
  text: undefined,
  status: "current",
  description: undefined,
  parts: [],
  files: [],
  by: [],
  ...more,
});

export const nextStep = (title: string | undefined, more: More<NextStepView> = {}): NextStepView => ({
  ...base(title),
  kind: "next-step",
  form: "appointment",
  status: undefined,
  open: true,
  details: [],
  instruction: undefined,
  by: undefined,
  dateIs: undefined,
  others: [],
  ...more,
});

/** Every kind with nothing but its kind: what the rows must survive. */
export const bare: ItemBase = { ...base(undefined), when: undefined };
