import { describe, expect, test } from "vitest";
import { entryIdOf } from "#app/shared/ids.ts";
import {
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const patient = patientOf("p", someNumber());
const subject = { subject: { reference: "Patient/p" } };
const to = (name: string) => ({ reference: name });
const visit = (id: string): Json => ({
  resourceType: "Encounter",
  id,
  status: "finished",
  class: { code: "AMB" },
  ...subject,
});
const request = (id: string, elements: Json): Json => ({
  resourceType: "MedicationRequest",
  id,
  status: "active",
  intent: "order",
  ...subject,
  ...elements,
});
const caseOf = (visitId: string) => entryIdOf(store.facilityId, "Encounter", visitId);
const send = async (...parts: Json[]) => {
  const answer = await store.send(transaction(patient, ...parts));
  expect(answer.state).toBe("accepted");
};

describe("what tells of HIV closes its case at the door", () => {
  const labelsOf = async (v: string) =>
    (await store.superuser<{ label: string }[]>`select label from case_labels where case_id = ${caseOf(v)}`).map(
      (r) => r.label,
    );
  const at = (v: string) => ({ encounter: to(`Encounter/${v}`) });
  const medicine = (id: string, text: string): Json => ({ resourceType: "Medication", id, code: { text } });
  const named = (text: string) => ({ medicationCodeableConcept: { text } });
  const referring = (v: string, reference: string, more: Json = {}) =>
    request(`${v}-r`, { ...at(v), medicationCodeableConcept: undefined, medicationReference: to(reference), ...more });
  const tested = (v: string, elements: Json) =>
    observationOf(`${v}-o`, "p", { ...at(v), code: { text: "HIV Ab test nhanh" }, ...elements });
  const snomed = (code: string) => ({ code: { coding: [{ system: "http://snomed.info/sct", code }] } });

  test.each<[string, string[], (v: string) => Json[]]>([
    [
      "a medicine of the directory",
      ["hiv"],
      (v) => [medicine(`${v}-m`, "Acriptega 50/300/300"), referring(v, `Medication/${v}-m`)],
    ],
    [
      "a medicine it contains",
      ["hiv"],
      (v) => [
        referring(v, "#m", {
          contained: [{ resourceType: "Medication", id: "m", code: { text: "Dolutegravir 50 mg" } }],
        }),
      ],
    ],
    [
      "two lines that are a regimen together",
      ["hiv"],
      (v) => [
        request(`${v}-1`, { ...at(v), ...named("Tenofovir 300 mg") }),
        request(`${v}-2`, { ...at(v), ...named("Lamivudin 300 mg") }),
      ],
    ],
    [
      "one of the two, which treats hepatitis B",
      [],
      (v) => [request(`${v}-1`, { ...at(v), ...named("Tenofovir 300 mg") })],
    ],
    [
      "another medicine of the directory",
      [],
      (v) => [medicine(`${v}-m`, "Metformin"), referring(v, `Medication/${v}-m`)],
    ],
    ["a positive test", ["hiv"], (v) => [tested(v, { valueString: "Dương tính" })]],
    [
      "a positive test, by its interpretation",
      ["hiv"],
      (v) => [tested(v, { interpretation: [{ coding: [{ code: "POS" }] }] })],
    ],
    ["a negative test", [], (v) => [tested(v, { valueString: "Âm tính" })]],
    [
      "a finding in SNOMED CT",
      ["hiv"],
      (v) => [{ resourceType: "Condition", id: `${v}-c`, ...subject, ...at(v), ...snomed("86406008") }],
    ],
    [
      "another finding",
      [],
      (v) => [{ resourceType: "Condition", id: `${v}-c`, ...subject, ...at(v), ...snomed("44054006") }],
    ],
  ])("%s", async (name, labels, parts) => {
    const v = `door-${name.replaceAll(/[^a-z]/g, "")}`;
    await send(visit(v), ...parts(v));
    expect(await labelsOf(v)).toEqual(labels);
  });
});
