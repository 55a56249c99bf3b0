import { expect, test } from "vitest";
import { recognise } from "#app/domain/health-book/vaccinations/recognise.ts";
import { CVX } from "#app/domain/health-book/vaccinations/vaccine-codes.ts";

const named = (text: string) => recognise({ text })?.antigens.toSorted().join(" ");
const DPT = "diphtheria pertussis tetanus";
const FIVE = "diphtheria hepb hib pertussis tetanus";

test.each([
  ["Vắc xin phòng lao (BCG)", "bcg"],
  ["Vắc xin viêm gan B sơ sinh", "hepb"],
  ["Vắc xin 5 trong 1 (DPT-VGB-Hib)", FIVE],
  ["Quinvaxem", FIVE],
  ["ComBE Five mũi 2", FIVE],
  ["Vắc xin SII", FIVE],
  ["DPT – VGB – Hib (SII)", FIVE],
  ["Hexaxim", "diphtheria hepb hib ipv pertussis polio tetanus"],
  ["Bạch hầu - ho gà - uốn ván", DPT],
  ["Uốn ván – bạch hầu giảm liều (Td)", "diphtheria tetanus"],
  ["VAT mũi 2", "tetanus"],
  ["Vắc xin bại liệt uống (bOPV)", "polio"],
  ["Vắc xin bại liệt tiêm (IPV)", "ipv polio"],
  ["SỞI", "measles"],
  ["Sởi – rubella (MR)", "measles rubella"],
  ["Sởi-Quai bị-Rubella", "measles other rubella"],
  ["Viêm não Nhật Bản lần 3", "je"],
  ["Imojev", "je-live"],
  ["Vắc xin Rota (uống)", "rota"],
  ["Cúm mùa", "other"],
])("%s is understood", (text, antigens) => expect(named(text)).toBe(antigens));

test.each(["Vắc xin", "Vắc xin lạ", "Sởi ABC", "Thuốc tẩy giun", "", "Lao phổi cũ"])("%s is not guessed", (text) =>
  expect(named(text)).toBeUndefined(),
);

test("five in one, said alone, may be either of two vaccines", () => {
  expect(recognise({ text: "Vắc xin 5 trong 1" })?.maybe).toEqual(["hepb", "polio", "ipv"]);
  expect(recognise({ text: "5 trong 1 (DPT-VGB-Hib)" })?.maybe).toEqual([]);
});

test("a code goes first, and a name that says otherwise leaves nothing sure", () => {
  const coded = (code: string, text: string) =>
    recognise({ coding: [{ system: CVX, code }], text })?.antigens.toSorted();
  expect(coded("102", "Vắc xin 5 trong 1")).toEqual(FIVE.split(" "));
  expect(coded("19", "Thuốc gì đó")).toEqual(["bcg"]);
  expect(coded("8", "Viêm gan B")).toEqual(["hepb"]);
  expect(coded("05", "Sởi – rubella")).toBeUndefined();
});
