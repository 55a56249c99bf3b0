import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoster } from "#app/adapters/roster-file/read-roster.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const ROWS = (sign: string) =>
  `personal_number${sign}name${sign}role${sign}valid_to\n"012345678901"${sign}Lê Văn A${sign}nurse${sign}5/6/2027\n`;

describe("a roster's file", () => {
  test.each([
    ["semicolons", utf8(ROWS(";"))],
    ["commas and a byte-order mark", utf8(`\uFEFF${ROWS(",")}`)],
    ["tabs in Excel's Unicode text", utf16(ROWS("\t"))],
    ["CRLF and empty lines", utf8(ROWS(";").replaceAll("\n", "\r\n\r\n"))],
  ])("with %s reads the same", (_name, bytes) => {
    const read = readRoster(bytes);
    if ("unread" in read) throw new Error(read.unread);
    expect(read.rows.map(({ values, errors }) => ({ ...values, errors }))).toEqual([
      {
        number: "012345678901",
        name: "Lê Văn A",
        role: "clinician",
        facility: "",
        degree: "",
        licenceNumber: "",
        validFrom: "",
        validTo: "2027-06-05",
        errors: {},
      },
    ]);
  });

  test.each([
    ["99161000101", "excel-zeros"],
    ["9.9161E+10", "excel-scientific"],
    ["9,9161E+10", "excel-scientific"],
    ['="099161000101"', undefined],
    ["'099161000101", undefined],
  ])("the number %s is said to be %s", (number, code) => {
    const read = readRoster(utf8(`so_dinh_danh;ho_ten;vai_tro\n"${number.replaceAll('"', '""')}";A B;clerk\n`));
    if ("unread" in read) throw new Error(read.unread);
    expect(read.rows[0]?.errors.number).toEqual(code && [code]);
    if (!code) expect(read.rows[0]?.values.number).toBe("099161000101");
  });

  test("of any bytes is answered, never with an error", () => {
    const head = utf8("so_dinh_danh;ho_ten;vai_tro;tu_ngay\n");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, headed) => {
        expect(Object.keys(readRoster(headed ? Buffer.concat([head, bytes]) : bytes))).toHaveLength(1);
      }),
    );
  });

  test("a day is real or refused", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(15), fc.integer({ min: 1900, max: 2200 }), (d, m, y) => {
        const read = readRoster(utf8(`so_dinh_danh;ho_ten;vai_tro;tu_ngay\n0;A;clerk;${d}/${m}/${y}\n`));
        if ("unread" in read) throw new Error(read.unread);
        const real = new Date(Date.UTC(y, m - 1, d));
        const is = m >= 1 && m <= 12 && real.getUTCMonth() === m - 1 && real.getUTCDate() === d && d > 0;
        expect(read.rows[0]?.errors.validFrom === undefined).toBe(is);
      }),
    );
  });
});
