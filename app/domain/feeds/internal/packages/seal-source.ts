import type { SourceRow } from "#app/adapters/record-store/qd3176/package.ts";
import type { Hider, Keeper } from "../hider.ts";

/** The row as it is kept: which table, which record, its fields. */
export interface StoredSource {
  t: string;
  n: number;
  f: Record<string, string>;
}

/**
 * Fields of the standard that say who somebody is – the patient, parents, guardian, mother of a newborn:
 * names, numbers, addresses, phones, where they work, and the clinic's own numbers, which some build from people's
 * (QĐ 3176 XML0–XML15; prefixes for the forms nobody publishes).
 */
const OF_PEOPLE =
  /^(?:HO_TEN|HOTEN_(?!NGUOI_HT)|NGUOI_GIAM_HO|SO_CCCD|NGAYCAP_CCCD|NOICAP_CCCD|SO_CMND|MA_THE(?:_|$)|MA_BHXH|SO_BHXH|MA_BN$|MA_YTE$|MA_CHA$|MA_ME$|DIA_CHI|NOI_CU_TRU|NOI_SINH_CON|DIEN_THOAI|SDT|SO_DIEN_THOAI|EMAIL|NGAYSINH_NND|DON_VI$|MA_LK$|MA_HSBA$|SO_LUU_TRU$)/;

/** Takes who people are out of a row: those fields become one sealed value, other texts lose what tells. */
export function sealSource(row: SourceRow, hide: Hider, keep: Keeper): StoredSource {
  const hidden: Record<string, string> = {};
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(row.fields)) {
    if (OF_PEOPLE.test(name)) hidden[name] = value;
    fields[name] = OF_PEOPLE.test(name) ? "" : hide(value, keep);
  }
  const names = Object.keys(hidden);
  const token = names.length > 0 ? sourceToken(keep(JSON.stringify(hidden))) : "";
  for (const name of names) fields[name] = token;
  return { t: row.table, n: row.number, f: fields };
}

/** What stands where a sealed field was. */
export const sourceToken = (id: string): string => `{{source:${id}}}`;
