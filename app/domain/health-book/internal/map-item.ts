import type { BookSection } from "#app/domain/access/data-types.ts";
import type { ItemView } from "../view.ts";
import { type Names, NO_NAMES } from "./concept.ts";
import { type EntryRow, readRow } from "./entry-row.ts";
import { mapAllergy } from "./map-allergy.ts";
import { mapCondition } from "./map-condition.ts";
import { mapDocument } from "./map-document.ts";
import { mapMedicine } from "./map-medicine.ts";
import { mapNextStep } from "./map-next-step.ts";
import { mapProcedure } from "./map-procedure.ts";
import { mapResult } from "./map-result.ts";
import { mapVaccination } from "./map-vaccination.ts";
import { mapVisit } from "./map-visit.ts";

/** An entry as people read it. What the resource holds was checked when it came in. */
export function mapItem(row: EntryRow, now: Date, names: Names = NO_NAMES): ItemView {
  switch (row.section as BookSection) {
    case "allergies":
      return mapAllergy(readRow(row));
    case "medicines":
      return mapMedicine(readRow(row), names, now);
    case "conditions":
      return mapCondition(readRow(row));
    case "results":
    case "history":
      return mapResult(readRow(row), names);
    case "visits":
      return mapVisit(readRow(row), names);
    case "vaccinations":
      return mapVaccination(readRow(row), names);
    case "procedures":
      return mapProcedure(readRow(row), names);
    case "documents":
      return mapDocument(readRow(row), names);
    case "next-steps":
      return mapNextStep(readRow(row), names, now);
  }
}
