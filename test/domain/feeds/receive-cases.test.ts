import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
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
/** A report of the visit that holds its result. */
const held = (v: string) => report(`${v}-d`, { encounter: to(`Encounter/${v}`), result: [to(`Observation/${v}-o`)] });
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

describe("whatever comes first", () => {
  test.each<[string, (v: string) => Json[][]]>([
    ["a result, then its report with the visit", (v) => [[observationOf(`${v}-o`, "p")], [visit(v), held(v)]]],
    ["a result, then its report, then the visit", (v) => [[observationOf(`${v}-o`, "p")], [held(v)], [visit(v)]]],
    ["a report with the visit, then its result", (v) => [[visit(v), held(v)], [observationOf(`${v}-o`, "p")]]],
    [
      "a result of an order nobody sends, then its report",
      (v) => [[observationOf(`${v}-o`, "p", { basedOn: [to(`ServiceRequest/${v}-never`)] })], [visit(v), held(v)]],
    ],
    [
      "a panel's part, the panel, the report",
      (v) => [
        [observationOf(`${v}-m`, "p")],
        [observationOf(`${v}-o`, "p", { hasMember: [to(`Observation/${v}-m`)] })],
        [visit(v), held(v)],
      ],
    ],
    [
      "a dispense, then its prescription, then the plan that names the visit",
      (v) => [
        [dispense(`${v}-d`, { authorizingPrescription: [to(`MedicationRequest/${v}-r`)] })],
        [request(`${v}-r`, { basedOn: [to(`CarePlan/${v}-p`)] })],
        [
          visit(v),
          {
            resourceType: "CarePlan",
            id: `${v}-p`,
            status: "active",
            intent: "plan",
            ...subject,
            encounter: to(`Encounter/${v}`),
          },
        ],
      ],
    ],
    [
      "a result of a ward, then the ward of a stay",
      (v) => [
        [observationOf(`${v}-o`, "p", { encounter: to(`Encounter/${v}-w`) })],
        [visit(`${v}-w`, { partOf: to(`Encounter/${v}`) })],
      ],
    ],
    [
      "a version without its visit",
      (v) => [
        [visit(v), observationOf(`${v}-o`, "p", { encounter: to(`Encounter/${v}`), meta: { versionId: "1" } })],
        [observationOf(`${v}-o`, "p", { status: "corrected", meta: { versionId: "2" } })],
      ],
    ],
    [
      "a version without its visit, and late the one before it, with it",
      (v) => [
        [observationOf(`${v}-o`, "p", { status: "corrected", meta: { lastUpdated: "2026-11-02T08:00:00Z" } })],
        [
          observationOf(`${v}-o`, "p", {
            encounter: to(`Encounter/${v}`),
            meta: { lastUpdated: "2026-11-01T08:00:00Z" },
          }),
        ],
      ],
    ],
  ])("%s: all versions of all are of one case", async (name, deliveries) => {
    const v = name.replace(/\W+/g, "-").slice(0, 50);
    for (const parts of deliveries(v)) await send(...parts);
    const rows = await store.superuser<{ name: string; id: string }[]>`
      select resource_type || '/' || source_id as name, case_id as id from entries where source_id like ${`${v}%`}`;
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => row.id !== caseOf(v))).toEqual([]);
  });

  test("20 deliveries at once, results and their reports", async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `once${i}`);
    await Promise.all(ids.flatMap((v) => [send(observationOf(`${v}-o`, "p")), send(visit(v), held(v))]));
    expect(await casesOf(...ids.map((v) => `Observation/${v}-o`))).toEqual(ids.map(caseOf));
  });

  test("a result that names another visit than its report stays with its own", async () => {
    await send(observationOf("own-o", "p", { encounter: to("Encounter/own-1") }));
    await send(visit("own"), held("own"));
    expect(await casesOf("Observation/own-o", "DiagnosticReport/own-d")).toEqual([caseOf("own-1"), caseOf("own")]);
  });
});

describe("what a case was closed by goes with it", () => {
  const person = () => store.personOfPatient("p");
  const helper = async (): Promise<Actor> => ({
    kind: "proxy",
    personId: await person(),
    assuranceLevel: 3,
    authenticatedAt: new Date(),
    represented: {
      personId: await person(),
      scope: "see",
      legalKind: "guardian",
      endsAt: new Date(Date.now() + 60_000),
    },
  });
  const seen = async (sourceId: string) => {
    const ctx = store.reader(await helper());
    const record = await openRecord(ctx, {
      personId: await person(),
      dataTypes: ["results"],
      action: "read",
      subject: "results",
      showHidden: false,
    });
    return (await record.read((sql) => sql`select 1 from entries where source_id = ${sourceId} and current`)).length;
  };
  const own = (sourceId: string) => entryIdOf(store.facilityId, "Observation", sourceId);
  const hide = async (caseId: string) =>
    store.superuser`insert into hidden_cases (person_id, case_id) values (${await person()}, ${caseId})`;
  const label = async (caseId: string, change = {}) =>
    store.superuser`insert into case_labels ${store.superuser({ person_id: await person(), case_id: caseId, label: "hiv", set_by: "test", ...change })}`;

  test("a correction without its visit stays hidden", async () => {
    await send(visit("h1"), observationOf("h1-o", "p", { encounter: to("Encounter/h1"), meta: { versionId: "1" } }));
    await hide(caseOf("h1"));
    expect(await seen("h1-o")).toBe(0);
    await send(observationOf("h1-o", "p", { status: "corrected", meta: { versionId: "2" } }));
    expect(await seen("h1-o")).toBe(0);
  });

  test.each<[string, (caseId: string) => Promise<unknown>]>([
    ["hidden", hide],
    ["labelled", label],
  ])("a result %s on its own closes the visit it turns out to be of", async (name, close) => {
    const v = `own-${name}`;
    await send(observationOf(`${v}-o`, "p"));
    expect(await seen(`${v}-o`)).toBe(1);
    await close(own(`${v}-o`));
    expect(await seen(`${v}-o`)).toBe(0);
    await send(visit(v), held(v));
    expect(await casesOf(`Observation/${v}-o`)).toEqual([caseOf(v)]);
    expect([await seen(`${v}-o`), await seen(`${v}-d`)]).toEqual([0, 0]);
  });

  test("what is no longer hidden or labelled stays open", async () => {
    await send(observationOf("open-o", "p"));
    await label(own("open-o"), { lifted_at: new Date() });
    await store.superuser`insert into hidden_cases (person_id, case_id, shown_again_at) values (${await person()}, ${own("open-o")}, now())`;
    await send(visit("open"), held("open"));
    expect([await seen("open-o"), await seen("open-d")]).toEqual([1, 1]);
  });

  test("a label set on the visit afterwards closes what came before it", async () => {
    await send(observationOf("after-o", "p"));
    await send(visit("after"), held("after"));
    await label(caseOf("after"));
    expect(await seen("after-o")).toBe(0);
  });
});
