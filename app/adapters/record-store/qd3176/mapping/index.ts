import type { CasePackage } from "../package.ts";
import { mapBill } from "./bill.ts";
import { mapConditions } from "./conditions.ts";
import { contextOf } from "./context.ts";
import { mapCoverage } from "./coverage.ts";
import { mapCheckIn, mapUnknownVisit, mapVisit } from "./encounter.ts";
import { keptRows } from "./kept-rows.ts";
import { labelsOf } from "./labels.ts";
import { isInpatient } from "./lists.ts";
import type { IdOf, MappedEntry, MappedPackage } from "./mapped.ts";
import { mapGiven, mapPrescribed } from "./medicines.ts";
import type { KeyedRow } from "./natural-key.ts";
import { mapReexaminations, mapReferrals } from "./next-steps.ts";
import { mapPapers } from "./papers.ts";
import { mapPatient, patientId } from "./patient.ts";
import { mapResults } from "./results.ts";
import { mapService } from "./services.ts";

export type { DoorLabel, IdOf, MappedEntry, MappedPackage } from "./mapped.ts";

/**
 * A read package said in FHIR R4: what the visit was, and every row of it carried by one entry. Pure; nothing is
 * guessed, and what FHIR has no room for stays in the row.
 */
export function mapPackage(pkg: CasePackage, id: IdOf): MappedPackage {
  const patient = patientId(pkg, id);
  const encounter = id("encounter", pkg.maLk);
  const context = contextOf(pkg, id, patient, encounter);
  const summary = firstByKey(context.rows("XML1"));
  const checkIn = firstByKey(context.rows("XML0"));
  const entries: MappedEntry[] = [mapPatient(context, patient)];
  if (summary) entries.push(mapVisit(context, encounter, summary), ...mapConditions(context, summary));
  else entries.push(checkIn ? mapCheckIn(context, encounter, checkIn) : mapUnknownVisit(context, encounter));
  const inpatient = isInpatient((summary ?? checkIn)?.fields ?? {});
  const services = context.rows("XML3").map((row) => mapService(context, row));
  entries.push(
    ...context.rows("XML2").map((row) => (inpatient ? mapGiven(context, row) : mapPrescribed(context, row))),
    ...services,
    ...mapResults(context),
    ...mapPapers(context),
    ...mapReferrals(context),
    ...mapReexaminations(context),
    ...(summary ? [...mapCoverage(context, summary), ...mapBill(context, summary, services)] : []),
  );
  entries.push(...keptRows(context, entries));
  return { kind: summary || !checkIn ? "visit" : "check-in", entries, labels: labelsOf(pkg), issues: context.issues };
}

/** A check-in has a row per service ordered; which of them stands for the visit must not hang on their order. */
const firstByKey = (rows: readonly KeyedRow[]): KeyedRow | undefined =>
  rows.reduce<KeyedRow | undefined>((a, b) => (a && a.key.join("\u0000") <= b.key.join("\u0000") ? a : b), undefined);
