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
const whose = { patient: { reference: "Patient/p" } };
const to = (name: string) => ({ reference: name });
const visit = (id: string, elements: Json = {}): Json => ({
  resourceType: "Encounter",
  id,
  status: "finished",
  class: { code: "AMB" },
  ...subject,
  ...elements,
});
const request = (id: string, elements: Json = {}): Json => ({
  resourceType: "MedicationRequest",
  id,
  status: "active",
  intent: "order",
  medicationCodeableConcept: { text: "Metformin" },
  ...subject,
  ...elements,
});
const dispense = (id: string, elements: Json = {}): Json => ({
  resourceType: "MedicationDispense",
  id,
  status: "completed",
  ...subject,
  ...elements,
});
const report = (id: string, elements: Json = {}): Json => ({
  resourceType: "DiagnosticReport",
  id,
  status: "final",
  code: { text: "Sinh hóa" },
  ...subject,
  ...elements,
});
const caseOf = (visitId: string) => entryIdOf(store.facilityId, "Encounter", visitId);
const send = async (...parts: Json[]) => {
  const answer = await store.send(transaction(patient, ...parts));
  expect(answer.state).toBe("accepted");
};
/** The case of what is named `Type/id`. */
const casesOf = async (...names: string[]) => {
  const rows = await store.superuser<{ name: string; id: string }[]>`
    select resource_type || '/' || source_id as name, case_id as id from entries where facility_id = ${store.facilityId} and current`;
  return names.map((name) => rows.find((r) => r.name === name)?.id);
};
const nameOf = (r: Json) => `${r.resourceType}/${r.id}`;

describe("everything of a visit carries its case (design §5.7)", () => {
  test.each<[string, (v: string) => Json[]]>([
    [
      "what names the visit as its encounter",
      (v) => [observationOf(`${v}-1`, "p", { encounter: to(v) }), request(`${v}-2`, { encounter: to(v) })],
    ],
    [
      "what names it as its context",
      (v) => [
        dispense(`${v}-1`, { context: to(v) }),
        { resourceType: "ChargeItem", id: `${v}-2`, status: "billed", ...subject, context: to(v) },
      ],
    ],
    [
      "a document, in its context",
      (v) => [
        {
          resourceType: "DocumentReference",
          id: `${v}-1`,
          status: "current",
          ...subject,
          content: [],
          context: { encounter: [to(v)] },
        },
      ],
    ],
    [
      "a claim and its answers",
      (v) => [
        { resourceType: "Claim", id: `${v}-c`, status: "active", ...whose, item: [{ encounter: [to(v)] }] },
        { resourceType: "ClaimResponse", id: `${v}-r`, status: "active", ...whose, request: to(`Claim/${v}-c`) },
        { resourceType: "ExplanationOfBenefit", id: `${v}-e`, status: "active", ...whose, claim: to(`Claim/${v}-c`) },
      ],
    ],
    [
      "an invoice of what was charged there",
      (v) => [
        { resourceType: "ChargeItem", id: `${v}-c`, status: "billed", ...subject, context: to(v) },
        {
          resourceType: "Invoice",
          id: `${v}-i`,
          status: "issued",
          ...subject,
          lineItem: [{ chargeItemReference: to(`ChargeItem/${v}-c`) }],
        },
      ],
    ],
    [
      "a chain of prescription, dispense and administration",
      (v) => [
        {
          resourceType: "MedicationAdministration",
          id: `${v}-a`,
          status: "completed",
          ...subject,
          request: to(`MedicationRequest/${v}-m`),
        },
        dispense(`${v}-d`, { authorizingPrescription: [to(`MedicationRequest/${v}-m`)] }),
        request(`${v}-m`, { basedOn: [to(`CarePlan/${v}-p`)] }),
        { resourceType: "CarePlan", id: `${v}-p`, status: "active", intent: "plan", ...subject, encounter: to(v) },
      ],
    ],
    [
      "an order, its report, and what the report holds",
      (v) => [
        {
          resourceType: "ServiceRequest",
          id: `${v}-s`,
          status: "active",
          intent: "order",
          ...subject,
          encounter: to(v),
        },
        report(`${v}-r`, {
          basedOn: [to(`ServiceRequest/${v}-s`)],
          result: [to(`Observation/${v}-o`)],
          imagingStudy: [to(`ImagingStudy/${v}-i`)],
        }),
        observationOf(`${v}-o`, "p", { hasMember: [to(`Observation/${v}-m`)] }),
        observationOf(`${v}-m`, "p"),
        { resourceType: "ImagingStudy", id: `${v}-i`, status: "available", ...subject },
      ],
    ],
    [
      "a follow-up appointment",
      (v) => [
        {
          resourceType: "ServiceRequest",
          id: `${v}-s`,
          status: "active",
          intent: "order",
          ...subject,
          encounter: to(v),
        },
        {
          resourceType: "Appointment",
          id: `${v}-a`,
          status: "booked",
          start: "2026-12-01T08:00:00+07:00",
          basedOn: [to(`ServiceRequest/${v}-s`)],
          participant: [{ actor: { reference: "Patient/p" } }],
        },
      ],
    ],
  ])("%s", async (name, parts) => {
    const id = `v${name.length}`;
    const derived = JSON.parse(
      JSON.stringify(parts(`Encounter/${id}`))
        .replaceAll(`/Encounter/${id}-`, `/${id}-`)
        .replaceAll(`"Encounter/${id}-`, `"${id}-`),
    ) as Json[];
    await send(visit(id), ...derived);
    expect(new Set(await casesOf(...derived.map(nameOf)))).toEqual(new Set([caseOf(id)]));
  });

  test("a part of a stay is of the stay's case", async () => {
    await send(
      visit("stay"),
      visit("ward", { partOf: to("Encounter/stay") }),
      observationOf("w-1", "p", { encounter: to("Encounter/ward") }),
    );
    expect(new Set(await casesOf("Encounter/stay", "Encounter/ward", "Observation/w-1"))).toEqual(
      new Set([caseOf("stay")]),
    );
  });

  test("what belongs to no visit is a case of its own", async () => {
    await send(observationOf("alone-1", "p"), observationOf("alone-2", "p"));
    const [a, b] = await casesOf("Observation/alone-1", "Observation/alone-2");
    expect(a).toBe(entryIdOf(store.facilityId, "Observation", "alone-1"));
    expect(b).not.toBe(a);
  });

  test("references in a circle end", async () => {
    await send(
      request("circle-1", { basedOn: [to("MedicationRequest/circle-2")] }),
      request("circle-2", { basedOn: [to("MedicationRequest/circle-1")] }),
    );
    expect((await casesOf("MedicationRequest/circle-1"))[0]).toBeDefined();
    await send(
      report("circle-r", { result: [to("Observation/circle-o")] }),
      observationOf("circle-o", "p", {
        derivedFrom: [to("Observation/circle-o")],
        hasMember: [to("Observation/circle-o")],
        partOf: [to("DiagnosticReport/circle-r")],
      }),
    );
    expect((await casesOf("Observation/circle-o"))[0]).toBeDefined();
  });
});

describe("also when it comes in a later delivery", () => {
  test("what names the visit", async () => {
    await send(visit("later"));
    await send(observationOf("l-1", "p", { encounter: to("Encounter/later") }));
    expect(await casesOf("Observation/l-1")).toEqual([caseOf("later")]);
  });

  test("a dispense of a prescription of that visit", async () => {
    await send(visit("rx"), request("rx-m", { encounter: to("Encounter/rx") }));
    await send(dispense("rx-d", { authorizingPrescription: [to("MedicationRequest/rx-m")] }));
    await send(
      {
        resourceType: "MedicationAdministration",
        id: "rx-a",
        status: "completed",
        ...subject,
        request: to("MedicationRequest/rx-m"),
      },
      dispense("rx-e", { partOf: [to("MedicationDispense/rx-d")] }),
    );
    expect(
      new Set(await casesOf("MedicationDispense/rx-d", "MedicationAdministration/rx-a", "MedicationDispense/rx-e")),
    ).toEqual(new Set([caseOf("rx")]));
  });

  test("something of a ward of that stay", async () => {
    await send(visit("stay2"), visit("ward2", { partOf: to("Encounter/stay2") }));
    await send(observationOf("w-2", "p", { encounter: to("Encounter/ward2") }));
    await send(
      visit("ward3", { partOf: to("Encounter/ward2") }),
      observationOf("w-3", "p", { encounter: to("Encounter/ward3") }),
    );
    expect(new Set(await casesOf("Observation/w-2", "Encounter/ward3", "Observation/w-3"))).toEqual(
      new Set([caseOf("stay2")]),
    );
  });

  test("a visit that was named before it came", async () => {
    await send(observationOf("early", "p", { encounter: to("Encounter/late") }));
    await send(visit("late"));
    expect(await casesOf("Observation/early", "Encounter/late")).toEqual([caseOf("late"), caseOf("late")]);
  });

  test("a label put on the case then closes all of it", async () => {
    await send(visit("hiv"), request("hiv-m", { encounter: to("Encounter/hiv") }));
    await send(dispense("hiv-d", { authorizingPrescription: [to("MedicationRequest/hiv-m")] }));
    const person = await store.personOfPatient("p");
    await store.superuser`insert into case_labels (person_id, case_id, label, set_by) values (${person}, ${caseOf("hiv")}, 'hiv', 'test')`;
    const open =
      await store.superuser`select 1 from entries where person_id = ${person} and source_id like 'hiv%' and case_id <> ${caseOf("hiv")}`;
    expect(open).toEqual([]);
  });
});
