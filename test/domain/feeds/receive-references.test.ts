import { describe, expect, test } from "vitest";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import {
  batch,
  bundleOf,
  CCCD,
  type Entry,
  entriesOf,
  entryOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const itemsOf = async (personId: string, section: BookSection) =>
  (await readSection(store.citizen(personId), { section, page: 1, showHidden: false })).items;

/** Sends for a person of their own, and says what of them is kept. */
async function sent(parts: (patientId: string) => (Json | Entry)[], id = `p-${Math.random().toString(36).slice(2)}`) {
  const patient = patientOf(id, someNumber());
  const answer = await store.send(transaction({ ...entryOf(patient), fullUrl: `urn:uuid:${id}` }, ...parts(id)));
  const rows = await store.superuser<
    { type: string; source: string; resource: Json; section: string; person: string }[]
  >`
    select resource_type as type, source_id as source, resource, section, person_id as person from entries
    where person_id = ${await store.personOfPatient(id)}
      and resource_type <> 'Patient' order by received_at, id`;
  return { answer, rows, person: rows[0]?.person ?? "", patient };
}

describe("references", () => {
  test("by urn:uuid become type and id, wherever they stand, forwards and backwards", async () => {
    const { answer, rows } = await sent((p) => [
      {
        fullUrl: "urn:uuid:report",
        resource: {
          resourceType: "DiagnosticReport",
          id: "r-1",
          status: "final",
          subject: { reference: `urn:uuid:${p}` },
          result: [{ reference: "urn:uuid:value", display: "HbA1c" }],
        },
        request: { method: "POST", url: "DiagnosticReport" },
      },
      {
        fullUrl: "urn:uuid:value",
        resource: observationOf("v-1", "x", {
          subject: { reference: `urn:uuid:${p}` },
          extension: [{ url: "x", valueReference: { reference: "urn:uuid:report" } }],
        }),
        request: { method: "POST", url: "Observation" },
      },
    ]);
    expect(entriesOf(answer)).toEqual(["201", "201", "201"]);
    expect(rows[0]?.resource.result).toEqual([{ reference: "Observation/v-1", display: "HbA1c" }]);
    expect(rows[1]?.resource).toMatchObject({ extension: [{ valueReference: { reference: "DiagnosticReport/r-1" } }] });
  });

  test("by an absolute address on the sender's own server are its own resources", async () => {
    const at = (resource: Json): Entry => ({
      ...entryOf(resource),
      fullUrl: `https://his.vn/fhir/${resource.resourceType}/${resource.id}`,
    });
    const { answer, rows } = await sent((p) => [
      at(
        observationOf("a-1", "x", {
          subject: { reference: `Patient/${p}` },
          encounter: { reference: "https://his.vn/fhir/Encounter/a-2" },
        }),
      ),
      at({
        resourceType: "Encounter",
        id: "a-2",
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: `Patient/${p}` },
      }),
    ]);
    expect(entriesOf(answer)).toEqual(["201", "201", "201"]);
    expect(rows.find((r) => r.type === "Observation")?.resource.encounter).toEqual({ reference: "Encounter/a-2" });
  });

  test.each([
    ["a resource never sent", "Encounter/never"],
    ["a urn:uuid that is not here", "urn:uuid:0b5b5b5b-0000-4000-8000-000000000000"],
    ["another server", "https://elsewhere.vn/fhir/Encounter/1"],
    ["a contained resource that is not there", "#gone"],
    ["nonsense", "an encounter"],
  ])("to %s is kept as it is, with a warning", async (_name, reference) => {
    const { answer, rows } = await sent((p) => [observationOf(undefined, p, { encounter: { reference } })]);
    expect([answer.state, answer.status, answer.counts.warnings > 0]).toEqual(["accepted", 200, true]);
    expect(entriesOf(answer)[1]?.split(" ")).toContain("reference-nowhere");
    expect(rows[0]?.resource.encounter).toEqual({ reference });
  });

  test("to what the facility sent before, staff and places included, lead there without a warning", async () => {
    const first = await sent(
      (p) => [
        { resourceType: "Practitioner", id: "rs-d", name: [{ text: "BS. An" }] },
        {
          resourceType: "Encounter",
          id: "rs-e",
          status: "finished",
          class: { code: "AMB" },
          subject: { reference: `Patient/${p}` },
        },
      ],
      "rs",
    );
    const again = await store.send(
      transaction(
        first.patient,
        observationOf("rs-o", "rs", {
          encounter: { reference: "Encounter/rs-e" },
          performer: [{ reference: "Practitioner/rs-d" }],
        }),
      ),
    );
    expect(entriesOf(again)).toEqual(["200", "201"]);
  });

  test("to a contained resource that is there need nothing", async () => {
    const { answer } = await sent((p) => [
      {
        resourceType: "MedicationRequest",
        id: "mc",
        status: "active",
        intent: "order",
        subject: { reference: `Patient/${p}` },
        contained: [{ resourceType: "Medication", id: "m", code: { text: "Metformin" } }],
        medicationReference: { reference: "#m" },
      },
    ]);
    expect(entriesOf(answer)).toEqual(["201", "201"]);
  });

  test("to a thing twice told is one warning for each entry", async () => {
    const { answer } = await sent((p) => [
      observationOf("tw", p, { performer: [{ reference: "Practitioner/no" }, { reference: "Practitioner/no" }] }),
    ]);
    expect(entriesOf(answer)[1]).toBe("201 reference-nowhere");
  });
});

describe("a resource without an id", () => {
  const uuid = "0b5b5b5b-0000-4000-8000-00000000000a";
  test("is known by its identifier, and is the same in every Bundle", async () => {
    const numbered = (p: string, status: string) => ({
      ...entryOf(observationOf(undefined, p, { status, identifier: [{ system: "http://bv.vn/xn", value: "XN-7" }] })),
      fullUrl: `urn:uuid:${crypto.randomUUID()}`,
    });
    const { rows, patient, answer } = await sent((p) => [numbered(p, "preliminary")], "wi-1");
    expect(entriesOf(answer)[1]).toBe("201 no-id");
    await store.send(transaction(patient, numbered("wi-1", "final")));
    expect(rows[0]?.source).toMatch(/^i-[0-9a-f]{40}$/);
    expect((await store.versionsOf("Observation", rows[0]?.source ?? "")).map((v) => v.status)).toEqual([
      "preliminary",
      "final",
    ]);
  });

  test("else by its urn:uuid", async () => {
    const { rows } = await sent((p) => [{ ...entryOf(observationOf(undefined, p)), fullUrl: `urn:uuid:${uuid}` }]);
    expect(rows[0]?.source).toBe(uuid);
  });

  test("else by its content: the same again is the same, another is another", async () => {
    const said = (p: string, value: string) => entryOf(observationOf(undefined, p, { valueString: value }));
    const { rows, patient } = await sent((p) => [said(p, "a"), said(p, "b")], "wi-3");
    expect(rows.map((r) => r.source.slice(0, 2))).toEqual(["c-", "c-"]);
    await store.send(bundleOf("transaction", [patient, said("wi-3", "a")], { id: "again" }));
    expect(await store.versionsOf("Observation", rows[0]?.source ?? "")).toHaveLength(1);
  });

  test("the name it was given here names it ever after, whatever digits stand in it", async () => {
    const name = `c-${"1234567890".repeat(3)}abcdef${"0123"}`;
    await store.send(transaction(patientOf("wi-4", someNumber()), observationOf(name, "wi-4")));
    const [found] = await store.superuser`select source_id as source from entries where source_id = ${name}`;
    expect(found).toEqual({ source: name });
  });

  test("by its content also where it refers by a urn:uuid that is new in every Bundle", async () => {
    const number = someNumber();
    const bundle = (urn: string) =>
      transaction(
        { ...entryOf(patientOf("wi-4", number)), fullUrl: `urn:uuid:${urn}` },
        {
          resource: observationOf(undefined, "", { subject: { reference: `urn:uuid:${urn}` } }),
          request: { method: "POST", url: "Observation" },
        },
      );
    await store.send(bundle(crypto.randomUUID()));
    const again = await store.send(bundle(crypto.randomUUID()));
    expect(entriesOf(again)).toEqual(["200", "200 no-id"]);
  });

  test.each([["urn:uuid:001099012345"], ["urn:uuid:Nguyễn Văn An"], ["urn:oid:1.2.3"], ["https://his.vn/x"]])(
    "is not known by %s",
    async (fullUrl) => {
      const { rows } = await sent((p) => [{ ...entryOf(observationOf(undefined, p)), fullUrl }]);
      expect(rows[0]?.source).toMatch(/^c-/);
    },
  );
});

describe("what the book does not know", () => {
  test("types we do not show are kept under other and money, and nowhere in the book", async () => {
    const { rows, person } = await sent((p) => [
      { resourceType: "QuestionnaireResponse", id: "q", status: "completed", subject: { reference: `Patient/${p}` } },
      { resourceType: "Zzzz", id: "z", subject: { reference: `Patient/${p}` }, anything: [1, { deep: true }] },
      { resourceType: "Claim", id: "c", status: "active", patient: { reference: `Patient/${p}` } },
    ]);
    expect(rows.map((r) => [r.type, r.section])).toEqual([
      ["QuestionnaireResponse", "other"],
      ["Zzzz", "other"],
      ["Claim", "money"],
    ]);
    const pages = await Promise.all(
      (["results", "documents", "conditions", "procedures", "next-steps"] as const).map((s) => itemsOf(person, s)),
    );
    expect(pages.flat()).toEqual([]);
    expect(rows[1]?.resource).toMatchObject({ anything: [1, { deep: true }] });
  });

  test("a modifier we do not know makes an entry unsafe to show as plain fact", async () => {
    const { answer, person } = await sent((p) => [
      observationOf("mo", p, { modifierExtension: [{ url: "urn:x", valueBoolean: true }] }),
      observationOf("mo-2", p),
    ]);
    expect(entriesOf(answer)[1]).toBe("201 modifier-extension");
    expect((await itemsOf(person, "results")).map((i) => i.unsafe).sort()).toEqual([false, true]);
  });

  test("XHTML with script is kept, and never in a view", async () => {
    const div =
      '<div xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script><img src=x onerror=alert(1)>Kết quả</div>';
    const { rows, person } = await sent((p) => [
      observationOf("xh", p, { text: { status: "generated", div } }),
      {
        resourceType: "Composition",
        id: "xc",
        status: "final",
        type: { text: "Tóm tắt" },
        subject: { reference: `Patient/${p}` },
        date: "2026-11-01",
        title: "Tóm tắt",
        section: [{ title: "Thuốc", text: { status: "generated", div } }],
      },
      {
        resourceType: "Condition",
        id: "xk",
        code: { text: "Ho" },
        subject: { reference: `Patient/${p}` },
        text: { status: "generated", div },
      },
    ]);
    expect(JSON.stringify(rows)).toContain("<script>");
    const views = await Promise.all((["results", "documents", "conditions"] as const).map((s) => itemsOf(person, s)));
    expect(views.flat()).toHaveLength(3);
    expect(JSON.stringify(views)).not.toContain("<script>");
  });

  test("what a sender calls __proto__ changes nobody's prototype", async () => {
    const text = JSON.stringify(batch(patientOf("pr", someNumber()), observationOf("pr-o", "pr"))).replace(
      '"valueQuantity"',
      '"__proto__":{"polluted":true},"valueQuantity"',
    );
    expect(entriesOf(await store.send(text))[1]).toBe("400 element-name");
    expect(({} as Json).polluted).toBeUndefined();
  });
});

describe("numbers used as names", () => {
  test.each([
    ["a personal number", "001099012345"],
    ["an old card", "012345678"],
    ["an insurance number", "0123456789"],
    ["an insurance card", "GD4790123456789"],
    ["a number within a name", "pat-001099012345-x"],
  ])("%s as a resource's id does not stand in the store, and references still lead there", async (_name, id) => {
    const { answer, rows } = await sent((p) => [
      {
        resourceType: "Encounter",
        id,
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: `Patient/${p}` },
      },
      observationOf(undefined, p, { encounter: { reference: `Encounter/${id}` } }),
    ]);
    expect(entriesOf(answer)).toEqual(["201", "201", "201 no-id"]);
    expect(JSON.stringify(rows)).not.toContain(id);
    const [visit, value] = rows;
    expect(visit?.source).toMatch(/^n-[0-9a-f]{40}$/);
    expect(value?.resource.encounter).toEqual({ reference: `Encounter/${visit?.source}` });
    expect(JSON.stringify(answer.body)).not.toContain(id);
  });

  test("and as a Patient's, later deliveries that name it find the person", async () => {
    const id = "001099055555";
    await store.send(transaction(patientOf(id, id)));
    expect((await store.send(transaction(observationOf("num", id)))).state).toBe("accepted");
    expect((await store.send(batch({ request: { method: "DELETE", url: `Patient/${id}` } }))).state).toBe("accepted");
    expect(await store.superuser`select 1 from identifiers where system = ${CCCD}`).not.toHaveLength(0);
  });
});
