import type { IssueCode } from "../issue-texts.ts";
import type { ReadRow } from "../read-row.ts";
import { isOfOtherCase, isOfOtherFacility } from "./identify.ts";

interface Fault {
  code: IssueCode;
  field?: string | undefined;
}

/** Fields of which a row must have at least one, or it says nothing. */
const SAYING: Partial<Record<ReadRow["table"], { fields: readonly string[]; code: IssueCode }>> = {
  XML2: { fields: ["MA_THUOC", "TEN_THUOC"], code: "nothing-named" },
  XML3: { fields: ["MA_DICH_VU", "TEN_DICH_VU", "MA_VAT_TU", "TEN_VAT_TU"], code: "nothing-named" },
  XML4: { fields: ["GIA_TRI", "MO_TA", "KET_LUAN"], code: "no-result" },
};

/** Why a row cannot be taken while the rest of the case can; `undefined` when it can. */
export function rowFault(row: ReadRow, maLk: string, maCskcb: string): Fault | undefined {
  if (row.fault) return row.fault;
  if (isOfOtherCase(row, maLk)) return { code: "row-of-other-case", field: "MA_LK" };
  if (isOfOtherFacility(row, maCskcb)) return { code: "row-of-other-facility", field: "MA_CSKCB" };
  const saying = SAYING[row.table];
  if (saying && !saying.fields.some((field) => row.fields[field])) return { code: saying.code };
  return undefined;
}
