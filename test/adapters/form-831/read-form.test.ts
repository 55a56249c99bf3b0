import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readForm831 } from "#app/adapters/record-store/form-831/read-form.ts";
import { splitForms } from "#app/adapters/record-store/form-831/split-forms.ts";
import { formOf, jsonOf } from "#test/support/feed-files/samples.ts";

const NOW = new Date("2026-11-22T02:00:00Z");
const nameOf = (...parts: string[]) => `f-${parts.join("|")}`;
const read = (bytes: Uint8Array) => readForm831(bytes, nameOf, NOW);
const LAN = { so_dinh_danh: "099161000101" };

type Resource = { resourceType: string; id: string } & Record<string, unknown>;
const resources = (value: unknown): Resource[] =>
  ((read(jsonOf(value)).bundle as { entry: { resource: Resource }[] } | undefined)?.entry ?? []).map((e) => e.resource);
const ofType = (value: unknown, type: string) => resources(value).filter((r) => r.resourceType === type);
const codesOf = (value: unknown) =>
  read(jsonOf(value)).issues.map((i) => [i.severity, i.code, i.field ?? ""].join(" ").trim());

describe("Form 831", () => {
  test("becomes what each part says, declared and not confirmed", () => {
    const types = resources(formOf(LAN)).map((r) => r.resourceType);
    expect(types[0]).toBe("Patient");
    for (const type of [
      "AllergyIntolerance",
      "Condition",
      "FamilyMemberHistory",
      "Observation",
      "Immunization",
      "Procedure",
      "Encounter",
    ])
      expect(types).toContain(type);
    const [pressure] = ofType(formOf(LAN), "Condition");
    expect(pressure).toMatchObject({
      verificationStatus: { coding: [{ code: "unconfirmed" }] },
      code: { text: "Tăng huyết áp", coding: [{ code: "I10" }, {}] },
      onsetDateTime: "2015",
    });
    expect(pressure?.clinicalStatus).toBeUndefined();
    expect(ofType(formOf(LAN), "Procedure")[0]).toMatchObject({
      code: { text: "Phẫu thuật: Ruột thừa" },
      performedDateTime: "1990",
    });
    expect(ofType(formOf(LAN), "FamilyMemberHistory")[0]).toMatchObject({ relationship: { text: "Mẹ" } });
  });

  test("does not take the word for none for a name", () => {
    const none = formOf(LAN, {
      di_ung: [{ loai: "thuoc", ten: "Không" }, "không có", "Không rõ"],
      benh_ban_than: [{ benh: "khac", ten: "Không" }],
      phau_thuat: "Không có",
      khuyet_tat: "không",
      gia_dinh: "chưa phát hiện",
    });
    const allergies = ofType(none, "AllergyIntolerance");
    expect(allergies).toMatchObject([{ code: { coding: [{ code: "409137002" }] } }]);
    expect(ofType(none, "Procedure")).toEqual([]);
    expect(ofType(none, "FamilyMemberHistory")).toEqual([]);
    expect(JSON.stringify(resources(none))).not.toMatch(/"text":"[^"]*không( có)?"/i);
  });

  test("says none of a kind of allergy in the words of the standard", () => {
    const [drug, food] = ofType(formOf(LAN), "AllergyIntolerance");
    expect(drug).toMatchObject({
      clinicalStatus: { coding: [{ code: "active" }] },
      code: { text: "Thuốc nhóm sulfa" },
      category: ["medication"],
    });
    expect(food).toMatchObject({ code: { coding: [{ code: "429625007" }] } });
  });

  test("closes what tells of an ended pregnancy, contraception or drugs, and nothing else", () => {
    const closed = (value: unknown) =>
      resources(value).flatMap((r) => {
        const [label] = (r.meta as { security?: { code: string }[] } | undefined)?.security ?? [];
        return label ? [`${(r.code as { coding: { code: string }[] }).coding[0]?.code} ${label.code}`] : [];
      });
    expect(closed(formOf(LAN)).sort()).toEqual(["bien_phap_tranh_thai reproductive", "so_lan_pha_thai reproductive"]);
    expect(closed(formOf(LAN, { nguy_co: { ma_tuy: { co: true } }, sinh_san: { so_lan_pha_thai: 0 } }))).toEqual([
      "ma_tuy psychiatry",
    ]);
  });

  test("keeps the digits of what was measured, and the comma's", () => {
    const text = JSON.stringify(
      read(new TextEncoder().encode(JSON.stringify(formOf(LAN)).replace('"can_nang":"56.50"', '"can_nang":56.50')))
        .bundle,
      (_k, v) => (v?.isLosslessNumber ? `digits ${v}` : v),
    );
    expect(text).toContain("digits 56.50");
    expect(text).toContain('"value":36.8');
  });

  test("says what it cannot read, and takes the rest", () => {
    const odd = formOf(LAN, {
      di_ung: 5,
      phau_thuat: [{ bo_phan: "Mắt", nam: "năm ngoái" }],
      kham: [{ ngay: "2026-03-10", mach: "nhanh" }],
      la_gi: 1,
    });
    expect(codesOf(odd)).toEqual(
      expect.arrayContaining([
        "information unknown-part la_gi",
        "warning part-unread di_ung[0]",
        "warning date-unread phau_thuat[0].nam",
        "warning number-unread kham[0].mach",
      ]),
    );
    expect(ofType(odd, "Procedure")).toHaveLength(1);
  });

  test.each([
    [[], "error not-form-831"],
    [{ ho_ten: "A" }, "error not-form-831"],
    [{ hanh_chinh: { ho_ten: "A" }, di_ung: ["Tôm"] }, "error no-person"],
    [{ hanh_chinh: LAN }, "error empty-form"],
    [[formOf(LAN), formOf(LAN)], "error several-persons"],
  ])("refuses %j", (value, code) => {
    expect(read(jsonOf(value)).bundle).toBeUndefined();
    expect(codesOf(value)).toContain(code);
  });

  test("a file of several is parted, with every digit", () => {
    const text = `[${JSON.stringify(formOf(LAN))},{"hanh_chinh":{"ma_ho_so":"X-1"},"kham":[{"ngay":"2026-01-01","can_nang":50.10}]}]`;
    const parts = splitForms(new TextEncoder().encode(text));
    expect(parts).toHaveLength(2);
    expect(new TextDecoder().decode(parts[1]?.bytes)).toContain("50.10");
  });

  test("mutated anyhow never throws", () => {
    const whole = Buffer.from(jsonOf(formOf(LAN)));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), fc.string({ maxLength: 8 }), (at, cut, put) => {
        for (const part of splitForms(
          Buffer.concat([whole.subarray(0, at), Buffer.from(put), whole.subarray(at + cut)]),
        ))
          expect(read(part.bytes).rows).toBe(1);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("di_ung", "nguy_co", "kham", "sinh_san", "hanh_chinh", "tiem_chung", "gia_dinh"),
        (value, part) => {
          expect(read(jsonOf({ ...formOf(LAN), [part]: value })).rows).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
