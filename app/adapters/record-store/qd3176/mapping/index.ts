import type { CasePackage } from "../package.ts";
import { mapConditions } from "./conditions.ts";
import { contextOf } from "./context.ts";
import { mapCheckIn, mapUnknownVisit, mapVisit } from "./encounter.ts";
import { keptRows } from "./kept-rows.ts";
import type { IdOf, MappedEntry, MappedPackage } from "./mapped.ts";
import { mapPatient, patientId } from "./patient.ts";

export type { DoorLabel, IdOf, MappedEntry, MappedPackage } from "./mapped.ts";

/**
 * A read package said in FHIR R4: what the visit was, and every row of it carried by one entry. Pure; nothing is
 * guessed, and what FHIR has no room for stays in the row.
 */
export function mapPackage(pkg: CasePackage, id: IdOf): MappedPackage {
  const patient = patientId(pkg, id);
  const encounter = id("encounter", pkg.maLk);
  const context = contextOf(pkg, id, patient, encounter);
  const [summary] = context.rows("XML1");
  const [checkIn] = context.rows("XML0");
  const entries: MappedEntry[] = [mapPatient(context, patient)];
  if (summary) entries.push(mapVisit(context, encounter, summary), ...mapConditions(context, summary));
  else entries.push(checkIn ? mapCheckIn(context, encounter, checkIn) : mapUnknownVisit(context, encounter));
  entries.push(...keptRows(context, entries));
  return { kind: summary || !checkIn ? "visit" : "check-in", entries, labels: [], issues: context.issues };
}
