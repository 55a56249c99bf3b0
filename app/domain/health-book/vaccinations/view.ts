import type { BookPerson, SectionPageView, Source, VaccinationView, When } from "../view.ts";
import type { CoursePlan } from "./plan.ts";

/** Why the page says nothing of what comes next. */
export type NoPlan = "birth-unknown" | "past-the-schedule";

/** A dose that the table leaves out, and why. */
export interface LeftOut {
  id: string;
  title: string | undefined;
  when: When | undefined;
  why: "unrecognised" | "no-day" | "not-in-schedule";
}

export interface VaccinationsPageView extends SectionPageView<"vaccinations"> {
  plan: CoursePlan[] | undefined;
  noPlan: NoPlan | undefined;
  /** The birth date is known by year or month alone: no day can be told by age. */
  birthInPart: boolean;
  leftOut: LeftOut[];
}

/** A dose on the certificate. */
export type CertifiedDose = Pick<VaccinationView, "id" | "title" | "when" | "whenText" | "dose" | "lot" | "place"> & {
  source: Source;
};

export interface CertificateView {
  person: BookPerson;
  doses: CertifiedDose[];
  /** There are more than a sheet holds. */
  cut: boolean;
  /** When it was made. */
  at: string;
}
