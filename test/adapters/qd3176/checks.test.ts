import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { tables } from "#app/adapters/record-store/qd3176/tables/index.ts";
import { plausibleCases } from "#test/support/qd3176/arbitraries.ts";
import { packageXml, type Row } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";

/** Warnings after changing fields of one row of a case that has none. */
function warnings(table: TableName, row: Row): string[] {
  const whole = plausibleCase({ more: { XML14: [appointment] } });
  const changed = { ...whole, [table]: [{ ...whole[table]?.[0], ...row }, ...(whole[table]?.slice(1) ?? [])] };
  const { package: read, issues } = readPackage(packageXml(changed, { preparedOn: "20261231" }));
  expect(read?.tables[table]).toHaveLength(whole[table]?.length ?? 0);
  return issues.map(({ severity, code, table, row, field }) => `${severity} ${code} ${table}:${row}.${field}`);
}
const appointment = {
  SO_GIAYHEN_KL: "1",
  MA_CSKCB: "79012",
  HO_TEN: "Nguyễn Thị Thử Nghiệm",
  NGAY_HEN_KL: "20261218",
  MA_BAC_SI: "0012345",
  MA_TTDV: "79",
  NGAY_CT: "20261120",
};

test("every table has the number of fields the decision has", () => {
  const counts = Object.values(tables).map(({ name, fields }) => [name, fields.size]);
  expect(Object.fromEntries(counts)).toMatchObject({ XML0: 26, XML1: 66, XML2: 39, XML3: 47, XML4: 12, XML14: 22 });
});

test.each<[string, TableName, string, string]>([
  ["too-long", "XML1", "HO_TEN", "x".repeat(256)],
  ["too-long", "XML2", "DON_VI_TINH", "đ".repeat(51)],
  ["missing", "XML1", "DIA_CHI", ""],
  ["missing", "XML4", "NGAY_KQ", ""],
  ["mis-encoded", "XML1", "LY_DO_VV", "Viªm d¹ dµy m¹n tÝnh"],
  ["mis-encoded", "XML1", "LY_DO_VV", "Vieâm daï daøy maïn tính"],
  ["mis-encoded", "XML1", "LY_DO_VV", "ViÃªm dáº¡ dÃ y"],
  ["mis-encoded", "XML1", "LY_DO_VV", "Vi?m d? d?y m?n t?nh"],
  ["after-prepared", "XML1", "NGAY_RA", "202912310800"],
  ["no-date", "XML1", "NGAY_RA", "202611202400"],
  ["no-date", "XML4", "NGAY_KQ", "202602300800"],
  ["date-length", "XML4", "NGAY_KQ", "20261120"],
  ["date-length", "XML14", "NGAY_CT", "202611200800"],
  ["no-date", "XML1", "NGAY_SINH", "198313000000"],
  ["no-date", "XML1", "GT_THE_DEN", "20261231;20271331"],
  ["no-number", "XML1", "SO_NGAY_DTRI", "ba"],
  ["decimal-comma", "XML1", "CAN_NANG", "58,5"],
  ["too-many-decimals", "XML1", "CAN_NANG", "58.125"],
  ["too-long", "XML1", "SO_NGAY_DTRI", "1234"],
  ["unknown-code", "XML1", "MA_LOAI_KCB", "77"],
  ["unknown-code", "XML1", "GIOI_TINH", "Nam"],
  ["left-before-arrival", "XML1", "NGAY_RA", "202611200759"],
  ["needed-here", "XML3", "NGAY_KQ", ""],
  ["money-rule", "XML2", "T_BNTT", "500"],
  ["money-rule", "XML3", "THANH_TIEN_BV", "1"],
  ["money-total", "XML1", "T_BHTT", "1"],
  ["negative", "XML2", "SO_LUONG", "-2"],
])("warns: %s in %s.%s", (code, table, field, value) => {
  expect(warnings(table, { [field]: value })).toContain(`warning ${code} ${table}:1.${field}`);
});

test.each<[TableName, Row]>([
  ["XML1", { NGAY_SINH: "198300000000" }],
  ["XML1", { NGAY_SINH: "198305000000" }],
  ["XML1", { MA_LOAI_KCB: "1" }],
  ["XML1", { MA_TTDV: "x".repeat(255) }],
  ["XML1", { GT_THE_DEN: "20261231;20271231", GT_THE_TU: "20260101;" }],
  ["XML1", { CAN_NANG: "58.5000" }],
  ["XML4", { GIA_TRI: "x".repeat(255) }],
  ["XML4", { GIA_TRI: "Âm tính" }],
  ["XML14", { NGAY_HEN_KL: "202612180800" }],
  ["XML2", { T_BHTT: "8008.70" }],
])("says nothing about %s %j", (table, row) => expect(warnings(table, row)).toEqual([]));

test("needed only in its situation", () => {
  expect(warnings("XML1", { MA_LOAI_RV: "2" })).toEqual(["warning needed-here XML1:1.MA_NOI_DEN"]);
  expect(warnings("XML1", { MA_LOAI_KCB: "03" })).toEqual(["warning needed-here XML1:1.NGAY_VAO_NOI_TRU"]);
});

test("other sources are taken off the patient's own part, the co-payment, the insurer's part, in this order", () => {
  const row = { THANH_TIEN_BV: "15000", THANH_TIEN_BH: "10000", MUC_HUONG: "80", SO_LUONG: "", TYLE_TT_BH: "" };
  const with_ = (others: string, own: string, co: string, insurer: string) =>
    warnings("XML2", {
      ...row,
      T_NGUONKHAC_NSNN: others,
      T_NGUONKHAC: others,
      T_BNTT: own,
      T_BNCCT: co,
      T_BHTT: insurer,
    }).filter((w) => w.includes("money-rule"));
  expect(with_("0", "5000", "2000", "8000")).toEqual([]);
  expect(with_("4000", "1000", "2000", "8000")).toEqual([]);
  expect(with_("6000", "0", "1000", "8000")).toEqual([]);
  expect(with_("8000", "0", "0", "7000")).toEqual([]);
  expect(with_("4000", "5000", "0", "6000")).toHaveLength(3);
});

test("amounts are exact beyond what a float holds, one đồng apart at most", () => {
  const row = {
    SO_LUONG: "3",
    DON_GIA: "3002399751580331",
    TYLE_TT_BH: "100",
    MUC_HUONG: "100",
    T_BNTT: "0",
    T_BNCCT: "0",
  };
  const money = (paid: string) =>
    warnings("XML2", { ...row, THANH_TIEN_BV: paid, THANH_TIEN_BH: paid, T_BHTT: paid }).filter((w) =>
      w.includes("money-rule"),
    );
  expect(money("9007199254740993")).toEqual([]);
  expect(money("9007199254740994.00")).toEqual([]);
  expect(money("9007199254740994.01")).toHaveLength(2);
});

test("the number of cases is compared", () => {
  const codes = (count: number, casesSent?: number) =>
    readPackage(packageXml(plausibleCase(), { count }), casesSent ? { casesSent } : {}).issues.map(({ code }) => code);
  expect([codes(0), codes(3), codes(3, 3), codes(3, 2)]).toEqual([["case-count"], [], [], ["case-count"]]);
});

test("whatever is plausible passes, insured or not", () => {
  fc.assert(
    fc.property(plausibleCases, (tables) => {
      expect(readPackage(packageXml(tables)).issues).toEqual([]);
    }),
  );
});
