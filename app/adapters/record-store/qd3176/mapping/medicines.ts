import { listOf3176, UCUM } from "./code-systems.ts";
import { type Context, periodOf } from "./context.ts";
import { coding, concept, NOT_SAID, quantity, resource } from "./elements.ts";
import { ROUTES } from "./lists.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";
import { supplyDays } from "./supply-days.ts";

/** XML2 of an inpatient kind: what was given in that visit, never a current medicine. */
export function mapGiven(context: Context, { row, fields, key }: KeyedRow): MappedEntry {
  const at = context.time(row, "NGAY_TH_YL") ?? context.time(row, "NGAY_YL");
  const dose = quantity(fields.SO_LUONG, fields.DON_VI_TINH);
  const instructions = instructionsOf(fields);
  return {
    source: row,
    resource: resource("MedicationAdministration", context.caseId("medicine", ...key), {
      status: "completed",
      medicationCodeableConcept: medicineOf(fields),
      subject: context.subject,
      context: context.encounter,
      ...(at ? { effectiveDateTime: at } : { effectivePeriod: visitPeriod(context) ?? NOT_SAID }),
      // mad-1: a dosage without its amount is none.
      dosage: dose && { text: instructions, route: routeOf(fields), dose },
      note: !dose && instructions ? [{ text: instructions }] : [],
    }),
  };
}

/** XML2 of the other kinds: prescribed for home. It ends by dose and quantity, else nobody knows when. */
export function mapPrescribed(context: Context, { row, fields, key }: KeyedRow): MappedEntry {
  const days = supplyDays(fields);
  return {
    source: row,
    resource: resource("MedicationRequest", context.caseId("medicine", ...key), {
      status: "active",
      intent: "order",
      medicationCodeableConcept: medicineOf(fields),
      subject: context.subject,
      encounter: context.encounter,
      authoredOn: context.time(row, "NGAY_YL"),
      dosageInstruction: [{ text: instructionsOf(fields), route: routeOf(fields) }],
      dispenseRequest: {
        quantity: quantity(fields.SO_LUONG, fields.DON_VI_TINH),
        expectedSupplyDuration: days && { value: days, unit: "ngày", system: UCUM, code: "d" },
      },
    }),
  };
}

type Fields = KeyedRow["fields"];

/** The active ingredient's code of the shared list, the registration number, and the name with its strength. */
function medicineOf({ MA_THUOC, SO_DANG_KY, TEN_THUOC, HAM_LUONG }: Fields) {
  const name = [TEN_THUOC, HAM_LUONG && !TEN_THUOC?.includes(HAM_LUONG) ? HAM_LUONG : undefined];
  const codings = [...coding(listOf3176("MA_THUOC"), MA_THUOC), ...coding(listOf3176("SO_DANG_KY"), SO_DANG_KY)];
  return concept(codings, TEN_THUOC && name.filter(Boolean).join(" ")) ?? NOT_SAID;
}

function instructionsOf({ LIEU_DUNG, CACH_DUNG }: Fields): string | undefined {
  return [...new Set([LIEU_DUNG, CACH_DUNG])].filter(Boolean).join(". ") || undefined;
}

const routeOf = ({ DUONG_DUNG }: Fields) => {
  const name = ROUTES.get(DUONG_DUNG ?? "");
  return concept(coding(listOf3176("DUONG_DUNG"), DUONG_DUNG, name), name);
};

/** All that is known of an undated row: it was within the visit. */
function visitPeriod(context: Context) {
  const [summary] = context.rows("XML1");
  return summary && periodOf(context, summary.row, "NGAY_VAO", "NGAY_RA");
}
