import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOf } from "#app/adapters/record-store/immunization-register/columns.ts";
import { readRegister } from "#app/adapters/record-store/immunization-register/read-register.ts";
import { splitRegister } from "#app/adapters/record-store/immunization-register/split-register.ts";
import { csvOf, DOSES, HEAD, rowsOf } from "#test/support/feed-files/samples.ts";

const NOW = new Date("2026-11-22T02:00:00Z");
const nameOf = (...parts: string[]) => `f-${parts.join("|")}`;
const read = (bytes: Uint8Array) => readRegister(bytes, nameOf, NOW);
const BAO = { number: "099224000104" };

type Entry = { resource: { resourceType: string } & Record<string, unknown> };
const resources = (bytes: Uint8Array) =>
  ((read(bytes).bundle as { entry: Entry[] } | undefined)?.entry ?? []).map((e) => e.resource);
const codesOf = (bytes: Uint8Array) =>
  read(bytes).issues.map((i) => [i.severity, i.code, i.row, i.field].filter((x) => x !== undefined).join(" "));
const withRow = (dose: string) => csvOf(rowsOf(BAO, [DOSES[0] ?? "", dose]));

describe("an export of the immunisation register", () => {
  test("is one Patient and an Immunization for each row, with dose, lot, place and reaction", () => {
    const [patient, bcg, first, second] = resources(csvOf(rowsOf(BAO, DOSES)));
    expect(patient).toMatchObject({
      resourceType: "Patient",
      identifier: [{ value: BAO.number }],
      name: [{ text: "Lê Gia Bảo" }],
      birthDate: "2024-10-15",
      gender: "male",
    });
    expect(bcg).toMatchObject({
      resourceType: "Immunization",
      status: "completed",
      vaccineCode: { text: "BCG" },
      occurrenceDateTime: "2024-10-16",
      lotNumber: "BCG24-01",
      location: { display: "Bệnh viện Sản Nhi Kinh Bắc" },
      protocolApplied: [{ doseNumberPositiveInt: 1, targetDisease: [{ text: "Lao" }] }],
    });
    expect(first?.note).toEqual([{ text: "Phản ứng sau tiêm: Sốt nhẹ" }]);
    expect(second).toMatchObject({ occurrenceDateTime: "2025-01-17", protocolApplied: [{ doseNumberPositiveInt: 2 }] });
  });

  test.each([
    ["with its mark", csvOf(rowsOf(BAO, DOSES), `\ufeff${HEAD}`)],
    [
      "parted by commas",
      csvOf(["Lê Gia Bảo,2024-10-15,099224000104,BCG,16/10/2024"], "ho_ten,NGAY_SINH,So CCCD,VACCINE,ngay tiem"),
    ],
    [
      "parted by tabs",
      csvOf(
        ['Lê Gia Bảo\t20241015\t="099224000104"\tBCG\t16-10-2024 08:30'],
        "Họ tên\tNgày sinh\tCCCD\tVắc-xin\tNgày giờ tiêm",
      ),
    ],
    [
      "below lines of title",
      csvOf(
        ["1,Lê Gia Bảo,15/10/2024,099224000104,BCG,16/10/2024"],
        "DANH SÁCH TIÊM CHỦNG; PHÒNG; BỆNH\r\nTừ ngày 01/10/2024\r\n\r\nSTT,Họ tên,Ngày sinh,Số CCCD/Mã định danh,Tên vắc xin,Ngày tiêm",
      ),
    ],
    [
      "with a spreadsheet's word on its sign",
      csvOf(["Lê Gia Bảo;15/10/2024;099224000104;BCG;16/10/2024"], "sep=;\r\nHọ tên;Ngày sinh;CCCD;Vắc xin;Ngày tiêm"),
    ],
  ])("%s is read alike", (_name, bytes) => {
    const [patient, bcg] = resources(bytes);
    expect(patient).toMatchObject({ birthDate: "2024-10-15", identifier: [{ value: BAO.number }] });
    expect(bcg).toMatchObject({ vaccineCode: { text: "BCG" }, occurrenceDateTime: "2024-10-16" });
  });

  test("is headed liberally: marks, case, signs and remarks do not count", () => {
    const spellings: [string, string][] = [
      ["HỌ VÀ TÊN", "ho_ten"],
      ["ho_va_ten", "ho_ten"],
      ["Ngày tiêm (dd/MM/yyyy)", "ngay_tiem"],
      ["Số CCCD/CMND", "so_dinh_danh"],
      ["VẮC-XIN *", "vac_xin"],
      ["Mũi thứ", "mui"],
      ["Số lô vắc xin", "so_lo"],
      ["Phản ứng sau tiêm chủng", "phan_ung"],
    ];
    for (const [header, field] of spellings) expect([header, fieldOf(header)]).toEqual([header, field]);
    expect(fieldOf("Ghi chú nội bộ")).toBeUndefined();
  });

  test.each([
    [";;1;16/10/2025;L;N;", "error no-vaccine 2 vac_xin"],
    ["BCG;;1;;L;N;", "error no-vaccination-date 2 ngay_tiem"],
    ["BCG;;1;31/02/2025;L;N;", "error vaccination-date-unread 2 ngay_tiem"],
    ["BCG;;1;23/11/2026;L;N;", "error vaccination-date-future 2 ngay_tiem"],
    ["BCG;;1;14/10/2024;L;N;", "error before-birth 2 ngay_tiem"],
  ])("refuses a row and takes the others: %s", (dose, code) => {
    expect(codesOf(withRow(dose))).toContain(code);
    const file = read(withRow(dose));
    expect([file.rows, file.refused, file.rowOf]).toEqual([2, 1, [undefined, 1]]);
  });

  test("does not take a plan for a vaccination", () => {
    const head = "Họ tên;Số định danh;Vắc xin;Ngày tiêm;Trạng thái";
    const bytes = csvOf(["A B;099224000104;BCG;16/10/2024;Đã tiêm", "A B;099224000104;Sởi;16/07/2025;Hoãn tiêm"], head);
    expect(resources(bytes).map((r) => r.resourceType)).toEqual(["Patient", "Immunization"]);
    expect(codesOf(bytes)).toEqual(["information not-given 2 tinh_trang"]);
  });

  test("a lot that is corrected later is a new version of the same vaccination", () => {
    const [, one] = resources(csvOf(rowsOf(BAO, ["BCG;Lao;1;16/10/2024;A;N;"])));
    const [, other] = resources(csvOf(rowsOf(BAO, ["BCG;Lao;1;16/10/2024;B;N;"])));
    expect(one?.id).toBe(other?.id);
  });

  test("is parted by person, each with its rows as they stood", () => {
    const parts = splitRegister(
      csvOf([
        ...rowsOf(BAO, DOSES.slice(0, 2)),
        ...rowsOf({ name: "Ng Văn Tí", own: "DT-1" }, ["BCG;;1;1/1/2025;;;"]),
        ...rowsOf(BAO, DOSES.slice(2)),
      ]),
    );
    expect(parts.map((p) => p.rows)).toEqual([[1, 2, 4], [3]]);
    for (const { bytes } of parts) expect(read(bytes).bundle).toBeDefined();
  });

  test("of several persons is not taken as one's, whatever path it comes", () => {
    const bytes = csvOf([...rowsOf(BAO, DOSES), ...rowsOf({ number: "099161000101" }, DOSES)]);
    expect(read(bytes).bundle).toBeUndefined();
    expect(codesOf(bytes)).toContain("error several-persons");
  });

  test("without anybody's number, name and birth date is refused", () => {
    expect(codesOf(csvOf(rowsOf({ name: "Bé", born: "" }, ["BCG;;1;1/1/2025;;;"])))).toContain("error no-person 1");
  });

  test("mutated anyhow never throws, and no text of ours repeats a value", () => {
    const whole = Buffer.from(csvOf(rowsOf(BAO, DOSES)));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 12 }), (at, cut, put) => {
        const bytes = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)]);
        for (const part of splitRegister(bytes)) {
          const { issues, rows, refused } = read(part.bytes);
          expect(refused).toBeLessThanOrEqual(rows);
          for (const { vi, en } of issues) expect(vi + en).not.toContain("Gia Bảo");
        }
      }),
      { numRuns: 300 },
    );
  });
});
