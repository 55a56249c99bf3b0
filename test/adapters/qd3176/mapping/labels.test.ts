import { describe, expect, test } from "vitest";
import { labelsOfCodes, tellsOfHiv } from "#app/adapters/record-store/qd3176/mapping/protected-codes.ts";
import { mapped, medicine, result, summary, type Tables } from "./sample-case.ts";

describe("protected codes", () => {
  test.each([
    ["B20", ["hiv"]],
    ["b24", ["hiv"]],
    ["B23.8", ["hiv"]],
    ["Z21", ["hiv"]],
    ["R75", ["hiv"]],
    ["O98.7", ["hiv"]],
    ["F32.1†", ["psychiatry"]],
    ["F10.2", ["psychiatry"]],
    ["F69", ["psychiatry"]],
    ["F99", ["psychiatry"]],
    ["O04.9", ["reproductive"]],
    ["Z30.0", ["reproductive"]],
    ["Z64.0", ["reproductive"]],
    ["T74.1", ["violence"]],
    ["Y07", ["violence"]],
    ["B19", []],
    ["B25", []],
    ["Z22", []],
    ["R76", []],
    ["O98.6", []],
    ["F17.2", []],
    ["F03", []],
    ["F84.0", []],
    ["O02", []],
    ["O80", []],
    ["Z64.1", []],
    ["T75", []],
    ["Y10", []],
    ["", []],
  ])("%s", (code, labels) => {
    expect([...labelsOfCodes([code])]).toEqual(labels);
  });
});

describe("medicines that tell of HIV", () => {
  test.each([
    [["Dolutegravir 50mg"], true],
    [["EFAVIRENZ"], true],
    [["Tenofovir disoproxil + Lamivudine + Dolutegravir"], true],
    [["Tenofovir 300mg", "Lamivudin 150mg"], true],
    [["Tenofovir 300mg"], false],
    [["Lamivudin 100mg"], false],
    [["Entecavir 0,5mg", "Tenofovir"], false],
    [["Nirmatrelvir + Ritonavir"], false],
    [["Paracetamol"], false],
  ])("%j: %s", (names, tells) => {
    expect(tellsOfHiv(names)).toBe(tells);
  });
});

describe("the whole case is protected", () => {
  const labels = (tables: Tables) => mapped({ XML1: [summary], ...tables }).labels;

  test.each<[string, Tables, string[]]>([
    ["an ordinary visit is not", {}, []],
    ["by the table of HIV care", { XML6: [{ MA_LK: "x" }] }, ["hiv"]],
    ["by a tuberculosis table that speaks of HIV", { XML15: [{ PHANLOAI_LAO_HIV: "1" }] }, ["hiv"]],
    ["by the day of a positive test", { XML15: [{ NGAYKD_HIV: "20200101" }] }, ["hiv"]],
    ["by the start of ARV", { XML15: [{ BDDT_ARV: "20200101" }] }, ["hiv"]],
    ["not by tuberculosis alone", { XML15: [{ NGAYBD_DTRI_LAO: "20200101" }] }, []],
    ["by a further code", { XML1: [{ ...summary, MA_BENH_KT: "I10;B20.1;F32" }] }, ["hiv", "psychiatry"]],
    ["by one of codes joined by commas", { XML1: [{ ...summary, MA_BENH_KT: "I10, b20.1" }] }, ["hiv"]],
    ["by one of several main codes", { XML1: [{ ...summary, MA_BENH_CHINH: "J18.9 B20" }] }, ["hiv"]],
    ["by the code of a referral", { XML13: [{ MA_BENH_CHINH: "Z21" }] }, ["hiv"]],
    ["by the code of a slip", { XML14: [{ MA_BENH_KT: "T74.2" }] }, ["violence"]],
    ["by the code of a service", { XML3: [{ MA_BENH: "O04" }] }, ["reproductive"]],
    ["by a medicine", { XML2: [{ ...medicine, TEN_THUOC: "Acriptega" }] }, ["hiv"]],
    ["by a pregnancy that was ended", { XML7: [{ MA_DINH_CHI_THAI: "1" }] }, ["reproductive"]],
    ["not by one that was not", { XML7: [{ MA_DINH_CHI_THAI: "0" }] }, []],
    ["by a positive test", { XML4: [{ ...result, TEN_CHI_SO: "HIV Ab test nhanh", GIA_TRI: "Dương tính" }] }, ["hiv"]],
    ["not by a negative one", { XML4: [{ ...result, TEN_CHI_SO: "HIV Ab test nhanh", GIA_TRI: "Âm tính" }] }, []],
    ["not by a non-reactive one", { XML4: [{ ...result, TEN_CHI_SO: "HIV Ab", GIA_TRI: "Non-reactive" }] }, []],
  ])("%s", (_, tables, expected) => {
    expect(labels(tables)).toEqual(expected);
  });
});
