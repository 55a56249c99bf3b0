import fs from "node:fs";
import { expect, test } from "vitest";
import { limits } from "#app/adapters/record-store/qd3176/limits.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { type CaseTables, type Form, packageXml, type Row, tableXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { medicineRow } from "#test/support/qd3176/rows.ts";

const folder = new URL("../../fixtures/qd3176/", import.meta.url);
const sample = (name: string) => fs.readFileSync(new URL(name, folder));
const refusals = (bytes: Uint8Array) => {
  const { package: read, issues } = readPackage(bytes);
  return read ? "read" : issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
};
const inner = (file: string) => Buffer.from(`<GIAMDINHHS><HOSO>${file}</HOSO></GIAMDINHHS>`);
const file = (content: string, kind = "XML1") =>
  `<FILEHOSO><LOAIHOSO>${kind}</LOAIHOSO><NOIDUNGFILE>${content}</NOIDUNGFILE></FILEHOSO>`;
const xml1 = (fields: Row = {}) =>
  tableXml("XML1", plausibleCase({ medicines: 0, services: 0, summary: fields }).XML1 ?? []);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const spoilt = (tables: CaseTables, table: "XML1" | "XML2" | "XML4", row: Row): CaseTables => ({
  ...tables,
  [table]: [{ ...tables[table]?.[0], ...row }, ...(tables[table]?.slice(1) ?? [])],
});

test.each(fs.readdirSync(folder))("the sample %s is read without a word", (name) => {
  const { package: read, issues } = readPackage(sample(name));
  expect(issues).toEqual([]);
  expect(read?.maCskcb).toBe("79012");
});

test("a whole outpatient visit", () => {
  const { package: read } = readPackage(sample("outpatient.xml"));
  expect(read).toMatchObject({
    maLk: "NGT-26-004512",
    preparedAt: new Date("2026-11-19T17:00:00Z"),
    edition: "1931",
    counts: { XML1: { rows: 1, refused: 0 }, XML2: { rows: 5, refused: 0 }, XML4: { rows: 7, refused: 0 } },
  });
  expect(read?.tables.XML4?.[4]?.fields).toMatchObject({ TEN_CHI_SO: "Bạch cầu niệu", GIA_TRI: "< 10" });
});

test.each<Form>(["base64", "inline", "cdata", "escaped"])(
  "tables as %s, with and without BOM, say the same",
  (form) => {
    const tables = plausibleCase();
    const { package: read, issues } = readPackage(packageXml(tables, { form, bom: true }));
    expect(issues).toEqual([]);
    expect(read).toEqual(readPackage(packageXml(tables)).package);
  },
);

test("base64 with line breaks, without padding", () => {
  for (const pad of ["", " ", "  "]) {
    const coded = base64(`\uFEFF${xml1()}${pad}`);
    expect(refusals(inner(file(`\n ${coded.slice(0, 76)}\r\n${coded.slice(76)}\n`)))).toBe("read");
    expect(refusals(inner(file(coded.replace(/=+$/, ""))))).toBe("read");
  }
});

test("a check-in without an envelope", () => {
  const { package: read } = readPackage(sample("check-in.xml"));
  expect(read).toMatchObject({ maLk: "NGT-26-004600", counts: { XML0: { rows: 1, refused: 0 } } });
  expect(refusals(Buffer.from(xml1()))).toEqual(["not-an-envelope"]);
});

test("wrappers missing, others' names, names in lower case", () => {
  const rows = plausibleCase().XML2 ?? [];
  const record = tableXml("XML2", rows.slice(0, 1)).replace(/<\/?(CHITIEU_CHITIET_THUOC|DSACH_CHI_TIET_THUOC)>/g, "");
  const shapes = [
    record,
    `<CHITIEU_CHITIET_THUOC>${record}</CHITIEU_CHITIET_THUOC>`,
    `<ThuocKhac><ds>${record}</ds></ThuocKhac>`,
    record.replace(/<(\/?)(\w+)>/g, (_, slash, name) => `<${slash}${name.toLowerCase()}>`),
    record.replace(/^<CHI_TIET_THUOC>|<\/CHI_TIET_THUOC>$/g, ""),
  ];
  for (const shape of shapes) {
    const { package: read } = readPackage(inner(file(xml1()) + file(shape, "xml 02")));
    expect(read?.tables.XML2).toEqual([{ table: "XML2", number: 1, fields: rows[0] }]);
  }
  expect(refusals(inner(file(`<GOI><KHAC>${xml1()}</KHAC></GOI>`)))).toBe("read");
});

test("the edition goes by its day, and by a long MUC_HUONG", () => {
  const on = (preparedOn: string, row: Row = {}) =>
    readPackage(packageXml(spoilt(plausibleCase(), "XML2", row), { preparedOn })).package?.edition;
  expect(["20240630", "20240701", "20241231", "20250101", "20260630", "20260701"].map((day) => on(day))).toEqual([
    "130",
    "4750",
    "4750",
    "3176",
    "3176",
    "1931",
  ]);
  expect(on("20250301", { MUC_HUONG: "80.5" })).toBe("1931");
  expect(on("")).toBe("1931");
});

test.each<[string, Uint8Array]>([
  ["no-case-id", packageXml(spoilt(plausibleCase(), "XML1", { MA_LK: "" }))],
  ["no-case-id", packageXml({ XML0: [{ HO_TEN: "A", MA_CSKCB: "79012" }] })],
  ["other-case", packageXml({ ...plausibleCase(), XML2: plausibleCase({ maLk: "KHAC" }).XML2 ?? [] })],
  ["no-facility", packageXml(spoilt(plausibleCase(), "XML1", { MA_CSKCB: "" }), { maCskcb: "" })],
  ["other-facility", packageXml(plausibleCase(), { maCskcb: "79999" })],
  ["two-summaries", packageXml({ XML1: [...(plausibleCase().XML1 ?? []), ...(plausibleCase().XML1 ?? [])] })],
  ["no-summary", packageXml({ XML2: plausibleCase().XML2 ?? [] })],
  ["no-arrival", packageXml(spoilt(plausibleCase(), "XML1", { NGAY_VAO: "202602301200" }))],
  ["message-too-large", Buffer.alloc(limits.messageBytes + 1, " ")],
  ["encoding", Buffer.from("\uFEFF<GIAMDINHHS/>", "utf16le")],
  ["encoding", inner(file(Buffer.from([0x3c, 0x61, 0xff]).toString("base64")))],
  ["encoding", inner(file(base64(`<?xml version="1.0" encoding="windows-1258"?>${xml1()}`)))],
  ["doctype", Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><GIAMDINHHS/>')],
  ["doctype", inner(file(base64(`<!doctype x><TONG_HOP/>`)))],
  ["doctype", inner(file(`<![CDATA[<!DOCTYPE x>${xml1()}]]>`))],
  ["entity", inner(file(base64("<TONG_HOP><MA_LK>&xxe;</MA_LK></TONG_HOP>")))],
  ["not-well-formed", inner(file(base64(xml1().slice(0, -5))))],
  ["too-deep", inner(file(base64("<a>".repeat(100))))],
  ["base64", inner(file("PFRPTkdfSE9QPg=*"))],
  ["base64", inner(file("PFRPT"))],
  ["table-mismatch", inner(file(xml1(), "XML2"))],
  ["row-structure", inner(file(xml1().replace("<HO_TEN>", "<HO_TEN><B>x</B>")))],
  ["row-structure", inner(file(xml1().replace("<HO_TEN>", "x<HO_TEN>")))],
  ["not-an-envelope", Buffer.from("<html/>")],
  ["no-case", Buffer.from("<GIAMDINHHS><DANHSACHHOSO/></GIAMDINHHS>")],
  ["several-cases", inner(`${file(xml1())}</HOSO><HOSO>${file(xml1())}`)],
  ["frame-too-large", inner(`${file(xml1())}</HOSO>${" ".repeat(limits.frameBytes)}<HOSO>${file(xml1())}`)],
  ["too-many-cases", inner("</HOSO><HOSO>".repeat(limits.cases))],
  ["too-many-rows", inner(file(xml1()) + file("<X><MA_LK>LK0001</MA_LK></X>".repeat(limits.rowsPerCase), "XML2"))],
  ["case-too-large", inner(file(`<TONG_HOP><GHI_CHU>${"x".repeat(limits.decodedBytes)}</GHI_CHU></TONG_HOP>`))],
])("refused: %s", (code, bytes) => expect(refusals(bytes)).toEqual([code]));

test.each<[string, "XML2" | "XML4", Row, string | undefined]>([
  ["row-of-other-case", "XML2", { MA_LK: "KHAC" }, "MA_LK"],
  ["nothing-named", "XML2", { MA_THUOC: "", TEN_THUOC: " " }, undefined],
  ["no-result", "XML4", { GIA_TRI: "" }, undefined],
])("a row is refused, the rest taken: %s", (code, table, row, field) => {
  const { package: read, issues } = readPackage(packageXml(spoilt(plausibleCase(), table, row)));
  expect(issues).toEqual([
    { severity: "error", code, table, row: 1, field, vi: expect.any(String), en: expect.any(String) },
  ]);
  expect(read?.counts[table]).toEqual({ rows: 2, refused: 1 });
  expect(read?.tables[table]?.map(({ number }) => number)).toEqual([2]);
});

test("a row of another facility, with structure, or saying a field twice is refused", () => {
  const more = { XML14: [{ MA_CSKCB: "79999", SO_GIAYHEN_KL: "1" }] };
  expect(readPackage(packageXml(plausibleCase({ more }))).issues[0]?.code).toBe("row-of-other-facility");
  const rows = [medicineRow({ STT: "1" }), medicineRow({ STT: "2" })];
  const xml = tableXml("XML2", rows);
  for (const [code, bad] of [
    ["row-structure", xml.replace("<STT>1</STT>", "<STT><b>1</b></STT>")],
    ["repeated-field", xml.replace("<STT>1</STT>", "<STT>1</STT><stt>2</stt>")],
  ] as const) {
    const { package: read, issues } = readPackage(inner(file(xml1()) + file(bad, "XML2")));
    expect(issues.filter(({ severity }) => severity === "error").map(({ code, row }) => [code, row])).toEqual([
      [code, 1],
    ]);
    expect(read?.counts.XML2).toEqual({ rows: 2, refused: 1 });
  }
});

test("values made to be slow are read at once", () => {
  const many = 200_000;
  const { package: read, issues } = readPackage(
    inner(
      file(xml1()) +
        file(
          tableXml("XML2", [
            medicineRow({ TEN_THUOC: `a${"\u0323\u0301".repeat(many)}` }),
            medicineRow({ SO_LUONG: `1.${"0".repeat(many)}1${"0".repeat(many)}x`, DON_GIA: "1".repeat(many) }),
            medicineRow({
              NGAY_TH_YL: "1;".repeat(many),
              TYLE_TT_BH: `1${",1".repeat(many)}x`,
              DU_PHONG: "x".repeat(many),
            }),
          ]),
          "XML2",
        ),
    ),
  );
  expect(read?.counts.XML2).toEqual({ rows: 3, refused: 1 });
  expect(issues[0]).toMatchObject({ code: "strange-text", row: 1, field: "TEN_THUOC" });
});

test("XML12 and unknown tables are left out, empty and repeated ones noticed", () => {
  const codes = (files: string) =>
    readPackage(inner(file(xml1()) + files)).issues.map((i) => [i.severity, i.code, i.table]);
  expect(codes(file("<A/>", "XML12"))).toEqual([["information", "portal-only-table", undefined]]);
  expect(codes(file("not even XML", "XML99"))).toEqual([["warning", "unknown-table", undefined]]);
  expect(codes(file("", "XML5"))).toEqual([["warning", "no-content", "XML5"]]);
  expect(codes(file("<CHITIEU_CHITIET_THUOC/>", "XML2"))).toEqual([]);
  expect(codes(file("<CHITIEU_CHITIET_THUOC/>", "XML2").repeat(2))).toEqual([["warning", "repeated-table", "XML2"]]);
  expect(codes(file("<CHITIEU_CHITIET_THUOC/>", ""))).toEqual([["warning", "no-table-kind", "XML2"]]);
});

test("unknown fields are kept, and mentioned once", () => {
  const rows = [medicineRow({ MOI: "1" }), medicineRow({ STT: "2", MOI: "2" })];
  const { package: read, issues } = readPackage(inner(file(xml1()) + file(tableXml("XML2", rows), "XML2")));
  expect(read?.tables.XML2?.map(({ fields }) => fields.MOI)).toEqual(["1", "2"]);
  expect(issues.filter(({ code }) => code === "unknown-field").map(({ table, field }) => [table, field])).toEqual([
    ["XML2", "MOI"],
  ]);
});

test("issues are counted beyond the first ones, errors first, and hold no values", () => {
  const rows = Array.from({ length: 300 }, (_, n) => medicineRow({ STT: String(n + 1), NGAY_YL: "bí mật" }));
  rows.push(medicineRow({ MA_LK: "SECRET" }));
  const { issues } = readPackage(inner(file(xml1()) + file(tableXml("XML2", rows), "XML2")));
  expect(issues).toHaveLength(limits.issues + 1);
  expect(issues[0]?.code).toBe("row-of-other-case");
  expect(issues.at(-1)?.code).toBe("more-issues");
  expect(JSON.stringify(issues)).not.toMatch(/bí mật|SECRET|LK0001/);
});

test("a table that says UTF-16 and is UTF-8, as .NET writes it, is read", () => {
  const xml = inner(file(base64(`<?xml version="1.0" encoding="utf-16"?>${xml1()}`)));
  expect(readPackage(Buffer.from(xml)).package?.maLk).toBeTruthy();
});

test("an empty line before the declaration, prefixes of namespaces and the words of databases for nothing", () => {
  const tables = plausibleCase({ summary: { GHI_CHU: "" } });
  const { package: plain } = readPackage(packageXml(tables));
  const shown = packageXml(tables, { form: "inline" }).toString();
  const said = Buffer.from(
    `\r\n${shown.replaceAll(/<(\/?)(?=[A-Z])/g, "<$1bv:").replace(/<bv:GIAMDINHHS/, '$& xmlns:bv="urn:bv"')}`,
  );
  expect(readPackage(said).package?.tables).toEqual(plain?.tables);
  const nothing = shown.replaceAll(/<GHI_CHU><\/GHI_CHU>|<GHI_CHU\/>/g, "<GHI_CHU>NULL</GHI_CHU>");
  expect(readPackage(Buffer.from(nothing)).package?.tables).toEqual(plain?.tables);
});
