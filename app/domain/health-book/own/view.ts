import type { BookPerson, TrendView } from "../view.ts";
import type { OwnKind, Situation } from "./kinds.ts";

/** A measurement somebody made themselves; never a hospital's. */
export interface OwnMeasurement {
  id: string;
  version: number;
  kind: OwnKind;
  /** ISO moment. */
  at: string;
  value: string;
  second: string | undefined;
  unit: string;
  situation: Situation | undefined;
  withdrawn: boolean;
  recordedAt: string;
  /** Written down by somebody who acts for the person. */
  byHelper: boolean;
}

export interface OwnKindView {
  kind: OwnKind;
  /** Those that hold, of which `newest` are some. */
  total: number;
  newest: OwnMeasurement[];
  /** One line for each figure: of blood pressure two. */
  trends: { figure: "value" | "second"; trend: TrendView }[];
}

export interface OwnMeasurementsView {
  person: BookPerson;
  mayRecord: boolean;
  kinds: OwnKindView[];
  /** One kind alone, all of it, withdrawn ones in their place. */
  list: { kind: OwnKind; items: OwnMeasurement[]; page: number; pages: number } | undefined;
}

export interface OwnMeasurementView {
  person: BookPerson;
  bookId: string;
  mayRecord: boolean;
  /** The one that holds first. */
  versions: [OwnMeasurement, ...OwnMeasurement[]];
}
