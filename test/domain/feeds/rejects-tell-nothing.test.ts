import { expect, test } from "vitest";
import { exportRejects } from "#app/domain/feeds/export-rejects.ts";
import { newId } from "#app/shared/ids.ts";
import { packageStore } from "#test/support/package-store.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { batch, entryOf, type Json, observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const store = await packageStore();
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });

/** What somebody says of their health, in every place that a sender may fill. */
const SECRET = "Rò Rỉ HIV dương tính";
const patient = patientOf("p", someNumber(), { name: [{ text: "Nguyễn Văn Kín" }], birthDate: "1980-01-01" });

/** The resource with one of its values spoilt by the secret, or one more element that is called it: one after the other. */
function* spoilt(resource: Json): Generator<Json> {
  for (const path of pathsOf(resource)) {
    for (const value of path.at(-1) === SECRET ? [SECRET] : [SECRET, { [SECRET]: SECRET }, [SECRET], 7]) {
      const copy = structuredClone(resource);
      const at = path.slice(0, -1).reduce((part, name) => part[name] as Json, copy);
      at[path.at(-1) ?? ""] = value;
      yield copy;
    }
  }
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return at.at(-1) === "resourceType" ? [] : [at];
  const parts = Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...at, name]));
  return Array.isArray(value) ? parts : [...parts, [...at, SECRET]];
}

/** Everything that operators, their files and the queue can hold. */
async function told(): Promise<string> {
  const rows = await store.superuser<{ line: string }[]>`
    select m::text as line from messages m union all select a::text from acts a union all select f::text from feed_rejects f
    union all select f::text from feed_states f union all select f::text from feed_sequences f union all select reason from quarantine_items
    union all select e::text from access_events e union all select j::text from graphile_worker._private_jobs j`;
  const csv = [];
  for await (const batchOf of await exportRejects(operator, { facilityId: undefined })) csv.push(...batchOf);
  expect(csv.length).toBeGreaterThan(20);
  return JSON.stringify([rows, csv]);
}
const leaks = async () => [...(await told()).matchAll(/.{60}(?:Rò Rỉ|R\u00f2|Văn Kín|rò rỉ).{30}/g)].map((m) => m[0]);

test("of a resource that is refused", async () => {
  const coding = [{ system: "http://hl7.org/fhir/sid/icd-10", code: "B20", display: "HIV" }];
  const resources: Json[] = [
    observationOf("o", "p", { code: { coding, text: "HIV" }, valueString: "a", note: [{ text: "b" }] }),
    {
      resourceType: "Condition",
      id: "c",
      subject: { reference: "Patient/p" },
      code: { coding },
      onsetDateTime: "2026",
    },
    {
      resourceType: "MedicationRequest",
      id: "m",
      status: "active",
      intent: "order",
      subject: { reference: "Patient/p" },
      medicationCodeableConcept: { text: "TLD" },
      dosageInstruction: [{ text: "d", doseAndRate: [{ doseQuantity: { value: 1, unit: "v" } }] }],
    },
  ];
  for (const resource of resources) {
    const all = [...spoilt(resource)].map((one, i) =>
      one.id === resource.id ? { ...one, id: `${resource.id}-${i}` } : one,
    );
    expect((await store.send(batch(patient, ...all))).state).toBe("partly_accepted");
  }
  for (const one of spoilt(patient)) await store.send(batch(one, resources[0] as Json));
  for (const request of [{ method: SECRET }, { url: SECRET }, { ifNoneExist: `name=${SECRET}` }, { ifMatch: SECRET }])
    await store.send(batch(patient, entryOf(resources[0] as Json, request)));
  for (const text of [SECRET, `{"${SECRET}":1}`, `{"resourceType":"${SECRET}"}`, `{"a": ${SECRET}}`])
    await store.send(text);
  expect(await leaks()).toEqual([]);
});

test("of a package that is refused", async () => {
  const whole = plausibleCase({
    maCskcb: "99001",
    medicines: 1,
    services: 1,
    results: 1,
    summary: { SO_CCCD: someNumber() },
  });
  const rows = Object.entries(whole).flatMap(([table, [row, ...others]]) =>
    Object.keys(row ?? {}).map((field) => ({ ...whole, [table]: [{ ...row, [field]: SECRET.repeat(9) }, ...others] })),
  );
  // Every field of the small tables, and some of the large ones.
  for (const tables of rows.filter((_, i) => i % 4 === 0)) await store.deliver(tables);
  const unit = { ...whole, XML1: whole.XML1?.map((row) => ({ ...row, MA_CSKCB: SECRET })) };
  await store.deliver(unit as typeof whole);
  const xml = new TextDecoder().decode(packageXml(whole, { form: "inline" }));
  for (const [from, to] of [
    ["LOAIHOSO>XML1<", `LOAIHOSO>${SECRET}<`],
    [/<MACSKCB>.*?</, `<MACSKCB>${SECRET}<`],
    [/<NGAYLAP>.*?</, `<NGAYLAP>${SECRET}<`],
    ["<HO_TEN>", `<HO_TEN a="${SECRET}">`],
    ["</HO_TEN>", `</${SECRET}>`],
  ] as const)
    await store.sendXml(new TextEncoder().encode(xml.replace(from, to)));
  expect(await leaks()).toEqual([]);
});
