const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
const set = (...codes: string[]): ReadonlySet<string> => new Set(codes);

/** Codes the decisions list; one outside is a warning, never a refusal, since lists grow between editions. */
export const codeLists = {
  GIOI_TINH: set("1", "2", "3"),
  KET_QUA_DTRI: set(...numbers(1, 8)),
  MA_LOAI_RV: set(...numbers(1, 5)),
  /** Decision 1804/2026, 16 kinds of visit; a leading zero may be missing (QĐ 130). */
  MA_LOAI_KCB: set(...numbers(1, 16)),
  /** Decision 3276/2025, 27 rows. */
  MA_DOITUONG_KCB: set(
    ...numbers(1, 7).map((n) => `1.${n}`),
    ...numbers(11, 18).map((n) => `1.${n}`),
    ...["2", "3.1", "3.2", "3.3", "3.6", "7", "7.2", "7.3", "7.4", "8", "9", "10"],
  ),
  MA_KHUVUC: set("K1", "K2", "K3"),
  MA_NHOM: set(...numbers(1, 19)),
  PHAM_VI: set("1", "2", "3"),
  MA_PTTT: set("1", "2", "3"),
  NGUON_CTRA: set("1", "2", "3", "4"),
  VET_THUONG_TP: set("1"),
  PP_VO_CAM: set("1", "2", "3", "4"),
  MA_LYDO_CT: set("1", "2", "3"),
  CO_KHONG: set("0", "1"),
} as const;

export type CodeList = keyof typeof codeLists;

/** Is it a code of the list? Leading zeros do not count. */
export const inList = (list: CodeList, code: string): boolean =>
  codeLists[list].has(code) || codeLists[list].has(code.replace(/^0+(?=\d)/, ""));
