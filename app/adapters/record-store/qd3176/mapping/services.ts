import { icdCodesOf, listOf } from "../values.ts";
import { ICD9CM, ICD10, listOf3176 } from "./code-systems.ts";
import { type Context, periodOf } from "./context.ts";
import { coding, concept, money, NOT_SAID, quantity, resource } from "./elements.ts";
import { groupOf, PROCEDURE_GROUPS } from "./lists.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

/** XML3: surgery and procedures were done to the patient; everything else is something charged. */
export function mapService(context: Context, keyed: KeyedRow): MappedEntry {
  return PROCEDURE_GROUPS.has(groupOf(keyed.fields.MA_NHOM) ?? "")
    ? mapProcedure(context, keyed)
    : mapCharge(context, keyed);
}

function mapProcedure(context: Context, { row, fields, key }: KeyedRow): MappedEntry {
  const period = periodOf(context, row, "NGAY_TH_YL", "NGAY_KQ");
  const ordered = period ? undefined : context.time(row, "NGAY_YL");
  return {
    source: row,
    resource: resource("Procedure", context.caseId("service", ...key), {
      status: "completed",
      code:
        concept(
          [
            ...coding(listOf3176("MA_DICH_VU"), fields.MA_DICH_VU),
            ...listOf(fields.MA_PTTT_QT).flatMap((code) => coding(ICD9CM, code)),
          ],
          fields.TEN_DICH_VU,
        ) ?? NOT_SAID,
      subject: context.subject,
      encounter: context.encounter,
      performedPeriod: period,
      performedDateTime: ordered,
      reasonCode: icdCodesOf(fields.MA_BENH).map((code) => concept(coding(ICD10, code))),
    }),
  };
}

/** A supply is known by its own name; it may stand beside the service it was used in. */
function mapCharge(context: Context, { row, fields, key }: KeyedRow): MappedEntry {
  const supply = coding(listOf3176("MA_VAT_TU"), fields.MA_VAT_TU);
  const service = coding(listOf3176("MA_DICH_VU"), fields.MA_DICH_VU);
  const name = fields.TEN_VAT_TU && (supply.length > 0 || !fields.TEN_DICH_VU) ? fields.TEN_VAT_TU : fields.TEN_DICH_VU;
  return {
    source: row,
    resource: resource("ChargeItem", context.caseId("service", ...key), {
      status: "billable",
      code: concept([...supply, ...service], name) ?? NOT_SAID,
      subject: context.subject,
      context: context.encounter,
      occurrenceDateTime: context.time(row, "NGAY_TH_YL") ?? context.time(row, "NGAY_YL"),
      quantity: quantity(fields.SO_LUONG, fields.DON_VI_TINH),
      priceOverride: money(fields.THANH_TIEN_BV),
    }),
  };
}
