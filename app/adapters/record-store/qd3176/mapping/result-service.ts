import { groupOf, RESULT_CATEGORIES } from "./lists.ts";
import type { KeyedRow } from "./natural-key.ts";

/** What XML3 says of the service a result comes from. */
export interface ResultService {
  name: string | undefined;
  machine: string | undefined;
  category: string | undefined;
}

/** By service code, preferring the row whose result is of the same time. */
export function servicesOf(rows: KeyedRow[]) {
  const byCode = new Map<string, KeyedRow[]>();
  for (const row of rows) {
    const code = row.fields.MA_DICH_VU;
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), row]);
  }
  return ({ MA_DICH_VU, NGAY_KQ }: KeyedRow["fields"]): ResultService | undefined => {
    const same = byCode.get(MA_DICH_VU ?? "");
    const { fields } = same?.find((row) => row.fields.NGAY_KQ === NGAY_KQ) ?? same?.[0] ?? {};
    return (
      fields && {
        name: fields.TEN_DICH_VU,
        machine: fields.MA_MAY,
        category: RESULT_CATEGORIES.get(groupOf(fields.MA_NHOM) ?? ""),
      }
    );
  };
}
