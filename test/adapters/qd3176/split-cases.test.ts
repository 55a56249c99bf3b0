import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "#app/adapters/record-store/qd3176/limits.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { splitCases } from "#app/adapters/record-store/qd3176/split-cases.ts";
import { plausibleCases } from "#test/support/qd3176/arbitraries.ts";
import { envelopeXml, packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";

test("one case is the very same bytes", () => {
  const bytes = packageXml(plausibleCase(), { bom: true });
  const parts = splitCases(bytes);
  expect([parts.length, parts[0] === bytes]).toEqual([1, true]);
});

test("each case is the original with the others cut out", () => {
  const bytes = Buffer.from(
    "\uFEFF<?xml version='1.0'?><!-- <HOSO>é</HOSO> -->\r\n<giamdinhhs><A><![CDATA[<HOSO></HOSO>]]></A>" +
      "<hoso>1<![CDATA[</hoso>]]></hoso>\r\n<!--b--><HOSO >🏥<!-- </HOSO> --></HOSO ><HOSO/><C>ẩ</C></giamdinhhs>",
  );
  const [head, between, tail] = [
    "\uFEFF<?xml version='1.0'?><!-- <HOSO>é</HOSO> -->\r\n<giamdinhhs><A><![CDATA[<HOSO></HOSO>]]></A>",
    "\r\n<!--b-->",
    "<C>ẩ</C></giamdinhhs>",
  ];
  expect(splitCases(bytes).map(String)).toEqual([
    `${head}<hoso>1<![CDATA[</hoso>]]></hoso>${between}${tail}`,
    `${head}${between}<HOSO >🏥<!-- </HOSO> --></HOSO >${tail}`,
    `${head}${between}<HOSO/>${tail}`,
  ]);
});

test("the cases of a split message are those that were put in", () => {
  fc.assert(
    fc.property(
      fc.array(plausibleCases, { minLength: 2, maxLength: 4 }),
      fc.constantFrom("base64", "inline", "cdata"),
      (cases, form) => {
        const unit = cases[0]?.XML1?.[0]?.MA_CSKCB ?? "";
        const same = cases.map((tables) => ({ ...tables, XML1: [{ ...tables.XML1?.[0], MA_CSKCB: unit }] }));
        const parts = splitCases(envelopeXml(same, { form }));
        expect(parts.map((part) => readPackage(part, { casesSent: cases.length }))).toEqual(
          same.map((tables) => readPackage(packageXml(tables, { form }))),
        );
        expect(parts.every((part) => splitCases(part)[0] === part)).toBe(true);
      },
    ),
    { numRuns: 20 },
  );
});

test.each<[string, string]>([
  ["not-well-formed", "<GIAMDINHHS><HOSO></HOSO><HOSO></GIAMDINHHS>"],
  ["doctype", "<!DOCTYPE x><GIAMDINHHS><HOSO/><HOSO/></GIAMDINHHS>"],
  ["frame-too-large", `<GIAMDINHHS>${" ".repeat(limits.frameBytes)}<HOSO/><HOSO/></GIAMDINHHS>`],
  ["too-many-cases", `<GIAMDINHHS>${"<HOSO/>".repeat(limits.cases + 1)}</GIAMDINHHS>`],
  ["frame-too-large", "<GIAMDINHHS><HOSO/><KHAC><FILEHOSO/></KHAC></GIAMDINHHS>"],
])("what cannot be taken apart stays whole, and is refused: %s", (code, text) => {
  const bytes = Buffer.from(text);
  const parts = splitCases(bytes);
  expect([parts.length, parts[0] === bytes]).toEqual([1, true]);
  expect(readPackage(bytes)).toEqual({ issues: [expect.objectContaining({ severity: "error", code })] });
});
