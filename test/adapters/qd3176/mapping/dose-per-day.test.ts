import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dosePerDay } from "#app/adapters/record-store/qd3176/mapping/dose-per-day.ts";
import { supplyDays } from "#app/adapters/record-store/qd3176/mapping/supply-days.ts";

const read: [text: string, perDay: number, unit: string, days?: number][] = [
  ["2 viên/lần * 2 lần/ngày", 4, "viên"],
  ["[1 viên/lần * 2 lần/ngày * 7 ngày]", 2, "viên", 7],
  ["1 viên/lần * 2 lần/ngày * 7 ngày", 2, "viên", 7],
  ["2 viên/lần * 2 lần/ngày [4 viên/ngày]", 4, "viên"],
  ["1 viên x 3 lần/ngày", 3, "viên"],
  ["1 viên x 3 lần / ngày x 5 ngày", 3, "viên", 5],
  ["Uống 1 viên x 2 lần/ngày", 2, "viên"],
  ["Ngày uống 2 lần, mỗi lần 1 viên", 2, "viên"],
  ["Ngày 3 lần, lần 2 viên", 6, "viên"],
  ["Ngày uống 2 lần, mỗi lần 1 viên sau ăn.", 2, "viên"],
  ["Mỗi lần 1 gói, ngày 2 lần", 2, "gói"],
  ["Sáng 1 viên, chiều 1 viên", 2, "viên"],
  ["Sáng: 1 viên; tối: 2 viên", 3, "viên"],
  ["Uống sáng 1 viên - trưa 1 viên - tối 1 viên", 3, "viên"],
  ["Sáng 1 viên, chiều 1 viên x 10 ngày", 2, "viên", 10],
  ["1v x 2", 2, "viên"],
  ["02 viên/ngày", 2, "viên"],
  ["Ngày uống 1 viên", 1, "viên"],
  ["Ngày uống 4 viên chia 2 lần", 4, "viên"],
  ["1/2 viên x 2 lần/ngày", 1, "viên"],
  ["0,5 viên/lần x 1 lần/ngày", 0.5, "viên"],
  ["½ viên/ngày", 0.5, "viên"],
  ["5 ml x 3 lần/ngày", 15, "ml"],
  ["1 viên mỗi 8 giờ", 3, "viên"],
  ["1viên/lần*2lần/ngày*10ngày", 2, "viên", 10],
  ["2 viên/lần * 3 lần/ngày * 5 ngày [3 lần/ngày]", 6, "viên", 5],
  ["1 viên x 2 lần / ngày, uống sau ăn", 2, "viên"],
  ["1/2 viên sáng", 0.5, "viên"],
  ["1 viên buổi tối trước khi đi ngủ", 1, "viên"],
  ["1v sáng, 2v chiều", 3, "viên"],
  ["2 VIÊN NÉN/LẦN * 1 LẦN/NGÀY", 2, "viên"],
];

const unread = [
  "",
  "1-2 viên/lần x 2 lần/ngày",
  "Uống 1 viên khi sốt",
  "1 viên x 2 lần/ngày khi đau",
  "1 viên cách ngày",
  "1 viên/tuần",
  "Theo chỉ dẫn của bác sĩ",
  "Sáng 1 viên, sáng 2 viên",
  "Sáng 1 viên, chiều 5 ml",
  "2 viên/lần * 2 lần/ngày [6 viên/ngày]",
  "2 viên/lần * 3 lần/ngày [2 lần/ngày]",
  "1-0-1",
  "Ngày 1: 2 viên, ngày 2: 1 viên",
  "Bôi ngày 2 lần",
  "500mg x 2 lần/ngày",
  "1 viên x 2 lần/ngày x 3 ngày, sau đó 1 viên/ngày",
  "1 viên mỗi 7 giờ",
  "1/0 viên/ngày",
  "0 viên/ngày",
];

describe("a dose written in words", () => {
  test.each(read)("%s", (text, perDay, unit, days) => {
    expect(dosePerDay(text)).toEqual({ perDay, unit, days });
  });

  test.each(unread)("is not read where it is not certain: %s", (text) => {
    expect(dosePerDay(text)).toBeUndefined();
  });

  test("of the official form is read back whatever its numbers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom("viên", "gói", "ống", "ml"),
        fc.constantFrom(" * ", "*", " x ", ", "),
        (amount, times, days, unit, by) => {
          const text = `${amount} ${unit}/lần${by}${times} lần/ngày${by}${days} ngày`;
          expect(dosePerDay(text)).toEqual({ perDay: amount * times, unit, days });
        },
      ),
    );
  });

  test("never reads more out of a text than a positive number, and never hangs", () => {
    const words = fc.constantFrom(
      "1",
      "2",
      "viên",
      "lần",
      "ngày",
      "/",
      "x",
      "*",
      "sáng",
      "chiều",
      ",",
      " ",
      "½",
      "uống",
      "[",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const dose = dosePerDay(parts.join(" "));
        if (dose) expect(Number.isFinite(dose.perDay) && dose.perDay > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("how long a quantity lasts", () => {
  const row = { LIEU_DUNG: "1 viên/lần * 2 lần/ngày", SO_LUONG: "14.000", DON_VI_TINH: "Viên" };

  test.each([
    [{}, 7],
    [{ SO_LUONG: "15" }, 7],
    [{ SO_LUONG: "1" }, 1],
    [{ LIEU_DUNG: "1 viên/lần * 2 lần/ngày * 7 ngày" }, 7],
    [{ CACH_DUNG: "Uống sau khi ăn" }, 7],
    [{ LIEU_DUNG: "1/3 viên/lần * 3 lần/ngày", SO_LUONG: "30" }, 30],
  ])("%j lasts %i days", (changed, days) => {
    expect(supplyDays({ ...row, ...changed })).toBe(days);
  });

  test.each([
    [{ DON_VI_TINH: "Chai" }],
    [{ LIEU_DUNG: "1 viên/lần * 2 lần/ngày * 10 ngày" }],
    [{ CACH_DUNG: "Uống khi đau" }],
    [{ CACH_DUNG: "Uống cách ngày" }],
    [{ SO_LUONG: "0" }],
    [{ SO_LUONG: "nhiều" }],
    [{ SO_LUONG: "5000" }],
    [{ LIEU_DUNG: "theo đơn" }],
  ])("%j is not known", (changed) => {
    expect(supplyDays({ ...row, ...changed })).toBeUndefined();
  });
});
