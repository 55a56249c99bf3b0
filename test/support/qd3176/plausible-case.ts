import type { CaseTables, Row } from "./package-xml.ts";
import { medicineRow, resultRow, serviceRow } from "./rows.ts";
import { summaryRow } from "./summary-row.ts";

export interface CaseSpec {
  maLk?: string;
  maCskcb?: string;
  medicines?: number;
  services?: number;
  results?: number;
  /** Per cent the insurer pays; 0 for who pays alone. */
  covered?: number;
  /** Fields of XML1 to set or change. */
  summary?: Row;
  /** Further tables; their rows get the case's `MA_LK` when they have none. */
  more?: CaseTables;
}

const numbered = (count: number, row: (number: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => row(index + 1));

/** A whole case that passes every check: an outpatient visit unless told otherwise. */
export function plausibleCase(spec: CaseSpec = {}): CaseTables {
  const { maLk = "LK0001", maCskcb = "79012", medicines = 2, services = 2, results = 2, covered = 80 } = spec;
  const own = (stt: number) => ({ MA_LK: maLk, STT: String(stt) });
  const lists: CaseTables = {
    XML2: numbered(medicines, (n) => medicineRow({ ...own(n), MA_THUOC: `40.${n}` }, { price: 1_000 + n, covered })),
    XML3: numbered(services, (n) => serviceRow({ ...own(n), MA_DICH_VU: `23.${n}` }, { price: 40_000 + n, covered })),
    XML4: numbered(results, (n) => resultRow({ ...own(n), MA_CHI_SO: `23.${n}.01`, GIA_TRI: `${n}.50` })),
  };
  const filled = Object.entries(lists).filter(([, rows]) => rows.length > 0);
  const more = Object.entries(spec.more ?? {}).map(([name, rows]) => [
    name,
    rows.map((row) => ({ MA_LK: maLk, ...row })),
  ]);
  return {
    XML1: [summaryRow({ MA_LK: maLk, MA_CSKCB: maCskcb, ...spec.summary }, lists)],
    ...Object.fromEntries(filled),
    ...Object.fromEntries(more),
  };
}
