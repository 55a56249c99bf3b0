import type { RawResource } from "../../fhir-r4/bundle.ts";
import type { PackageIssue, SourceRow } from "../package.ts";

/** What a case is protected by from its first moment on (a part of the record's protection labels). */
export type DoorLabel = "hiv" | "psychiatry" | "reproductive" | "violence";

export interface MappedEntry {
  /** FHIR R4 with its id; references among the entries are "Type/id". */
  resource: RawResource;
  /** The row this entry carries; every row of the package is carried by exactly one entry. */
  source?: SourceRow | undefined;
}

export interface MappedPackage {
  kind: "visit" | "check-in";
  /** Patient first, then Encounter. */
  entries: MappedEntry[];
  /** For the whole case. */
  labels: DoorLabel[];
  /** What could not be said in FHIR; it stays in the row's source. */
  issues: PackageIssue[];
}

/**
 * A stable FHIR id of these parts: a keyed hash under one facility. The parts of everything but the Patient
 * begin with a kind and `MA_LK`, so two cases never share an id; a Patient is known by `MA_BN` across cases.
 */
export type IdOf = (...parts: string[]) => string;
