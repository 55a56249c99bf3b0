import { describe, expect, test } from "vitest";
import { openRecord } from "#app/domain/access/open-record.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import {
  batch,
  bundleOf,
  CCCD,
  deleteOf,
  entriesOf,
  entryOf,
  issuesOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const resultsOf = async (personId: string) =>
  (await readSection(store.citizen(personId), { section: "results", page: 1, showHidden: false })).items;
const { personOfPatient } = store;

/** A patient the facility has sent before. */
async function known(id: string, number = someNumber()): Promise<string> {
  expect((await store.send(transaction(patientOf(id, number)))).state).toBe("accepted");
  return personOfPatient(id);
}

describe("a delivery is about one person", () => {
  test("two Patients are refused, in a batch too, and nothing is kept", async () => {
    const before = await store.rowCounts();
    const two = [patientOf("a", someNumber()), patientOf("b", someNumber()), observationOf("o", "a")];
    for (const type of ["transaction", "batch"] as const) {
      const answer = await store.send(bundleOf(type, two));
      expect([answer.status, issuesOf(answer)]).toEqual([422, ["two-patients Bundle.entry[1].resource"]]);
    }
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 2 });
  });

  test("without a Patient it is that of the one Patient it names, when the facility sent them before", async () => {
    const person = await known("k-1");
    expect((await store.send(transaction(observationOf("k-o-1", "k-1")))).state).toBe("accepted");
    expect(await resultsOf(person)).toHaveLength(1);
  });

  test.each<[string, (id: string) => Json]>([
    [
      "an appointment",
      (id) => ({
        resourceType: "Appointment",
        id: `ap-${id}`,
        status: "booked",
        start: "2026-12-01T08:00:00+07:00",
        participant: [{ actor: { reference: "Location/1" } }, { actor: { reference: `Patient/${id}` } }],
      }),
    ],
    [
      "an account",
      (id) => ({
        resourceType: "Account",
        id: `ac-${id}`,
        status: "active",
        subject: [{ reference: `Patient/${id}` }],
      }),
    ],
    [
      "a vaccination",
      (id) => ({
        resourceType: "Immunization",
        id: `im-${id}`,
        status: "completed",
        patient: { reference: `Patient/${id}/_history/3` },
      }),
    ],
    [
      "a coverage",
      (id) => ({
        resourceType: "Coverage",
        id: `co-${id}`,
        status: "active",
        beneficiary: { reference: `Patient/${id}` },
      }),
    ],
    [
      "a task",
      (id) => ({ resourceType: "Task", id: `ta-${id}`, status: "ready", for: { reference: `Patient/${id}` } }),
    ],
    [
      "an observation by an absolute address on the sender's server",
      (id) => observationOf(`ob-${id}`, id, { subject: { reference: `https://his.vn/fhir/Patient/${id}` } }),
    ],
  ])("%s alone names its person", async (name, resource) => {
    const id = `k-${name.split(" ")[1]}`;
    const person = await known(id);
    const answer = await store.send(
      transaction({
        ...entryOf(resource(id)),
        fullUrl: `https://his.vn/fhir/${resource(id).resourceType}/${resource(id).id}`,
      }),
    );
    expect([answer.state, issuesOf(answer)]).toEqual(["accepted", []]);
    expect(
      await store.superuser`select 1 from entries where person_id = ${person} and resource_type <> 'Patient'`,
    ).toHaveLength(1);
  });

  test("when the facility never sent that Patient it waits for an operator and is in nobody's book", async () => {
    const before = await store.rowCounts();
    const answer = await store.send(transaction(observationOf("u-o-1", "nobody-knows")));
    expect([answer.state, answer.status, answer.reason, issuesOf(answer)]).toEqual([
      "quarantined",
      202,
      "unknown-person",
      ["quarantine-unknown-person"],
    ]);
    expect(await store.rowCounts()).toEqual({
      ...before,
      messages: (before.messages ?? 0) + 1,
      message_bodies: (before.message_bodies ?? 0) + 1,
      quarantine_items: (before.quarantine_items ?? 0) + 1,
    });
    const again = await store.send(transaction(observationOf("u-o-1", "nobody-knows")));
    expect([again.state, again.messageId]).toEqual(["quarantined", answer.messageId]);
  });

  test("the same bytes are taken once it is known whose they are, and are then a replay", async () => {
    const body = batch(observationOf("wait-o", "wait"));
    const waits = await store.send(body);
    expect([waits.state, waits.status]).toEqual(["quarantined", 202]);
    const person = await known("wait");
    const taken = await Promise.all([store.send(body), store.send(body), store.send(body)]);
    expect(taken.map((a) => [a.status, a.messageId])).toEqual(taken.map(() => [200, waits.messageId]));
    expect(taken.filter((a) => !a.replay)).toHaveLength(1);
    expect(await resultsOf(person)).toHaveLength(1);
  });

  test("another facility's Patient of the same id is somebody else", async () => {
    await known("k-shared");
    const other = await store.addFacility("99222");
    expect((await store.send(transaction(observationOf("k-s", "k-shared")), { facilityId: other })).state).toBe(
      "quarantined",
    );
  });

  test("naming nobody is refused", async () => {
    for (const part of [
      { resourceType: "Practitioner", id: "d", name: [{ text: "An" }] },
      { resourceType: "Basic", id: "b" },
      observationOf("n", "x", { subject: undefined }),
    ]) {
      const answer = await store.send(transaction(part));
      expect([answer.status, issuesOf(answer)]).toEqual([422, ["no-patient"]]);
    }
  });

  test("naming two Patients is refused", async () => {
    await known("k-2");
    const answer = await store.send(batch(observationOf("t-1", "k-2"), observationOf("t-2", "k-3")));
    expect([answer.status, issuesOf(answer)]).toEqual([422, ["two-patients"]]);
  });
});

describe("a stranger's resource never gets into the book", () => {
  const strangers: [string, Json][] = [
    ["another Patient by id", { subject: { reference: "Patient/stranger" } }],
    ["another Patient by an absolute address", { subject: { reference: "https://his.vn/fhir/Patient/stranger" } }],
    [
      "another Patient by another server's address",
      { subject: { reference: "https://elsewhere.vn/fhir/Patient/s-p" } },
    ],
    ["a Patient by a search", { subject: { reference: `Patient?identifier=${CCCD}|001099099099` } }],
    ["one version of another Patient", { subject: { reference: "Patient/stranger/_history/1" } }],
  ];

  test.each(strangers)("%s refuses a transaction", async (_name, elements) => {
    const before = await store.rowCounts();
    const answer = await store.send(
      transaction(patientOf("s-p", someNumber()), observationOf("s-o", "s-p"), observationOf("s-x", "s-p", elements)),
    );
    expect([answer.status, issuesOf(answer).at(-1)]).toEqual([422, "other-patient Bundle.entry[2].resource"]);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test.each(strangers)("%s is left out of a batch", async (_name, elements) => {
    const answer = await store.send(batch(patientOf("s-p", "001088088088"), observationOf("s-x", "s-p", elements)));
    expect([answer.state, entriesOf(answer)[1]]).toEqual([
      "partly_accepted",
      expect.stringMatching(/^422 .*other-patient$/),
    ]);
    expect(await store.versionsOf("Observation", "s-x")).toHaveLength(0);
  });

  test("an appointment of others, an account of others", async () => {
    const appointment = {
      resourceType: "Appointment",
      id: "s-ap",
      status: "booked",
      participant: [{ actor: { reference: "Patient/stranger" } }],
    };
    const account = {
      resourceType: "Account",
      id: "s-ac",
      status: "active",
      subject: [{ reference: "Patient/stranger" }],
    };
    const answer = await store.send(batch(patientOf("s-p", "001088088088"), appointment, account));
    expect(entriesOf(answer).slice(1)).toEqual(["422 app-3 other-patient", "422 other-patient"]);
  });

  test("a subject that is no Patient is kept with the Bundle's person and a warning", async () => {
    const answer = await store.send(
      batch(patientOf("s-p", "001088088088"), observationOf("s-y", "s-p", { subject: { reference: "Group/1" } })),
    );
    expect(entriesOf(answer)[1]?.split(" ")).toContain("subject-not-patient");
  });
});

describe("a subject that is named by a number", () => {
  const named = (value: string, system = CCCD) => ({ subject: { identifier: { system, value } } });
  const contained = (value: string) => ({
    subject: { reference: "#whose" },
    contained: [{ resourceType: "Patient", id: "whose", identifier: [{ system: CCCD, value }] }],
  });
  test.each<[string, (other: string) => Json]>([
    ["another personal number", (other) => named(other)],
    [
      "another personal number beside the right reference",
      (other) => ({ subject: { reference: "Patient/num", ...named(other).subject } }),
    ],
    ["another personal number in another of its systems", (other) => named(other, "http://moh.gov.vn/sid/cccd")],
    ["a Patient inside of it with another personal number", contained],
  ])("%s is another Patient's", async (_name, elements) => {
    const answer = await store.send(
      batch(patientOf("num", someNumber()), observationOf("num-o", "num", elements(someNumber()))),
    );
    expect(entriesOf(answer)[1]).toMatch(/^422 .*other-patient$/);
  });

  test("another's card is another Patient's; one that nobody has is not", async () => {
    const card = "http://fhir.ehealth.gov.vn/core/sid/insurance_number";
    const theirs = [
      { system: CCCD, value: someNumber() },
      { system: card, value: "GD4790000000001" },
    ];
    await store.send(transaction(patientOf("num-other", undefined, { identifier: theirs })));
    const answer = await store.send(
      batch(
        patientOf("num-2", someNumber()),
        observationOf("num-2a", "num-2", named("GD 4790000000001", card)),
        observationOf("num-2b", "num-2", named("GD4790000000002", card)),
      ),
    );
    expect(entriesOf(answer)).toEqual(["201", "422 other-patient", "201"]);
  });

  test("their own number, however it is written, and numbers of systems we do not know are fine", async () => {
    const own = someNumber();
    const answer = await store.send(
      transaction(
        patientOf("num-3", own),
        observationOf("num-3a", "num-3", named(own)),
        observationOf("num-3b", "num-3", named(own.replace(/(\d{3})/g, "$1 "), "http://fhir.vn/sid/cccd")),
        observationOf("num-3c", "num-3", contained(own)),
        observationOf("num-3d", "num-3", named("77", "urn:his:patients")),
        { resourceType: "Vendor", id: "num-3e", subject: { identifier: [null, 1, { system: CCCD }, {}] } },
      ),
    );
    expect(answer.state).toBe("accepted");
    const known = await store.send(
      batch(
        observationOf("num-3f", "num-3"),
        observationOf("num-3g", "num-3", { subject: { reference: "Patient/num-3", ...named(someNumber()).subject } }),
      ),
    );
    expect(entriesOf(known)).toEqual(["201", "422 other-patient"]);
  });
});

describe("the same id for another person withdraws there and appends here", () => {
  async function moved(id: string, elements: Json = {}) {
    const [a, b] = [patientOf(`${id}-a`, someNumber()), patientOf(`${id}-b`, someNumber())];
    const toA = observationOf(id, `${id}-a`, elements);
    const toB = observationOf(id, `${id}-b`, elements);
    await store.send(transaction(a, toA));
    expect((await store.send(transaction(b, toB))).state).toBe("accepted");
    const [personA, personB] = [await personOfPatient(`${id}-a`), await personOfPatient(`${id}-b`)];
    const where = async () =>
      (await store.versionsOf("Observation", id)).map(
        (v) => `${v.person === personA ? "a" : "b"}${v.current ? " current" : ""}${v.withdrawn ? " withdrawn" : ""}`,
      );
    return { a, b, toA, toB, personA, personB, where };
  }

  test("in one transaction", async () => {
    const { personA, personB, where } = await moved("mv-1");
    expect(await where()).toEqual(["a current withdrawn", "b current"]);
    expect(await resultsOf(personA)).toEqual([]);
    expect((await resultsOf(personB)).map((r) => r.withdrawn)).toEqual([false]);
  });

  test("and no version of it is ever shown to the first again; what the sender withdraws still is", async () => {
    const [a, b] = [patientOf("all-a", someNumber()), patientOf("all-b", someNumber())];
    const version = (n: number, of: string) =>
      observationOf("all", of, { meta: { versionId: `${n}` }, valueQuantity: { value: n } });
    await store.send(transaction(a, version(1, "all-a"), observationOf("all-2", "all-a")));
    await store.send(transaction(a, version(2, "all-a")));
    await store.send(transaction(a, deleteOf("Observation/all"), deleteOf("Observation/all-2")));
    const person = await personOfPatient("all-a");
    const rows = async () => {
      const ctx = store.citizen(person);
      const access = { personId: person, action: "read", subject: "results", showHidden: true } as const;
      const record = await openRecord(ctx, { ...access, dataTypes: ["results"] });
      return record.read(
        (sql) => sql<{ id: string; why: string }[]>`
        select source_id as id, withdrawn_reason as why from entries where section = 'results' order by received_at, id`,
      );
    };
    expect(await rows()).toHaveLength(3);
    await store.send(transaction(b, version(3, "all-b")));
    expect(await rows()).toEqual([{ id: "all-2", why: "deleted" }]);
    expect((await store.versionsOf("Observation", "all")).filter((v) => v.person === person)).toHaveLength(2);
  });

  test.each(["hidden_cases", "case_labels"])("with what closed it: %s", async (table) => {
    const id = table.replace("_", "-");
    const [a, b] = [patientOf(`${id}-a`, someNumber()), patientOf(`${id}-b`, someNumber())];
    await store.send(transaction(a, observationOf(id, `${id}-a`)));
    const from = await personOfPatient(`${id}-a`);
    const [entry] = await store.versionsOf("Observation", id);
    const closed = { person_id: from, case_id: entry?.caseId ?? "" };
    const row = table === "case_labels" ? { ...closed, label: "violence", set_by: "test" } : closed;
    await store.superuser`insert into ${store.superuser(table)} ${store.superuser(row)}`;
    const visit = {
      resourceType: "Encounter",
      id: `${id}-v`,
      status: "finished",
      class: { code: "AMB" },
      subject: { reference: `Patient/${id}-b` },
    };
    await store.send(
      transaction(b, visit, observationOf(id, `${id}-b`, { encounter: { reference: `Encounter/${id}-v` } })),
    );
    expect(await resultsOf(await personOfPatient(`${id}-b`))).toEqual([]);
  });

  test.each<[string, Json]>([
    ["known by its content", {}],
    ["of the same named version", { meta: { versionId: "1" } }],
  ])("and back again, an entry %s", async (name, elements) => {
    const { a, b, toA, toB, where } = await moved(`mv-${name.length}`, elements);
    const day = (n: number) => ({ now: new Date(Date.now() + n * 86_400_000) });
    expect((await store.send(bundleOf("transaction", [a, toA], { id: "back" }), day(1))).state).toBe("accepted");
    expect((await where()).filter((w) => !w.endsWith("withdrawn"))).toEqual(["a current"]);
    expect((await store.send(bundleOf("transaction", [b, toB], { id: "forth" }), day(2))).state).toBe("accepted");
    expect((await where()).filter((w) => w.includes("current") && !w.endsWith("withdrawn"))).toEqual(["b current"]);
    const again = await store.send(bundleOf("transaction", [b, toB], { id: "again" }), day(3));
    expect(entriesOf(again)[1]).toBe("200");
  });

  test("but an older sending that comes late does not move it back", async () => {
    const at = (n: number) => `2026-11-0${n}T08:00:00Z`;
    const [a, b] = [patientOf("ol-a", someNumber()), patientOf("ol-b", someNumber())];
    await store.send(bundleOf("transaction", [b, observationOf("ol", "ol-b")], { timestamp: at(2) }));
    const late = await store.send(
      bundleOf("transaction", [a, observationOf("ol", "ol-a", { status: "preliminary" })], { timestamp: at(1) }),
    );
    expect(late.state).toBe("accepted");
    const shown = (await store.versionsOf("Observation", "ol")).filter((v) => v.current && !v.withdrawn);
    expect(shown.map((v) => v.person)).toEqual([await personOfPatient("ol-b")]);
  });

  test("a DELETE under another person withdraws nothing", async () => {
    const { personA } = { personA: await known("de-a") };
    await store.send(transaction(patientOf("de-b", someNumber())));
    await store.send(transaction(observationOf("de", "de-a")));
    const answer = await store.send(batch(observationOf("de-2", "de-b"), deleteOf("Observation/de")));
    expect(entriesOf(answer)[1]).toBe("404");
    expect((await resultsOf(personA)).map((r) => r.withdrawn)).toEqual([false]);
  });

  test("an If-Match that fails moves nothing", async () => {
    const person = await known("im-a");
    await store.send(transaction(observationOf("im", "im-a", { meta: { versionId: "1" } })));
    const put = entryOf(observationOf("im", "im-b", { meta: { versionId: "2" } }), { ifMatch: 'W/"v-1"' });
    const answer = await store.send(batch(patientOf("im-b", someNumber()), put));
    expect(entriesOf(answer)[1]).toBe("412 if-match");
    expect((await resultsOf(person)).map((r) => r.withdrawn)).toEqual([false]);
    expect(
      (
        await store.send(
          transaction(observationOf("im", "im-a", { meta: { versionId: "1" } }), patientOf("im-a", undefined)),
        )
      ).state,
    ).not.toBe("rejected");
  });

  test("staff's device that becomes a person's, sent again and again", async () => {
    const person = patientOf("dv", someNumber());
    const device = { resourceType: "Device", id: "dv-1", type: { text: "Máy tạo nhịp" } };
    const worn = { ...device, patient: { reference: "Patient/dv" } };
    expect((await store.send(transaction(person, device))).state).toBe("accepted");
    for (const id of ["1", "2", "3"]) {
      const answer = await store.send(bundleOf("transaction", [person, worn], { id }));
      expect([answer.state, entriesOf(answer)[1]]).toEqual(["accepted", id === "1" ? "201" : "200"]);
    }
    expect(await store.versionsOf("Device", "dv-1")).toHaveLength(1);
  });
});

describe("persons merged are one", () => {
  test("what belongs to either is read together, kept once, and not moved between them", async () => {
    const [first, second] = [someNumber(), someNumber()];
    const other = await store.addFacility("99333");
    await store.send(transaction(patientOf("mg-1", first), observationOf("mg-o", "mg-1")));
    await store.send(transaction(patientOf("mg-2", second), observationOf("mg-p", "mg-2")), { facilityId: other });
    const [root, child] = [await personOfPatient("mg-1"), await personOfPatient("mg-2", other)];
    await store.superuser`update persons set merged_into = ${root} where id = ${child}`;

    expect(await resultsOf(root)).toHaveLength(2);
    const again = await store.send(
      bundleOf(
        "transaction",
        [patientOf("mg-2", second), observationOf("mg-p", "mg-2"), observationOf("mg-q", "mg-2")],
        { id: "x" },
      ),
      { facilityId: other },
    );
    expect(entriesOf(again)).toEqual(["200", "200", "201"]);
    expect(await store.versionsOf("Observation", "mg-p", other)).toHaveLength(1);
    expect((await store.send(transaction(observationOf("mg-r", "mg-2")), { facilityId: other })).state).toBe(
      "accepted",
    );
    expect(await resultsOf(root)).toHaveLength(4);
    expect((await readBook(store.citizen(root), { showHidden: false })).totals.results).toBe(4);
    const both = await store.send(
      transaction(
        patientOf("mg-3", undefined, { identifier: [first, second].map((value) => ({ system: CCCD, value })) }),
      ),
    );
    expect([both.state, both.reason]).toEqual(["quarantined", "two-personal-numbers"]);
  });
});

describe("bound by an operator", () => {
  test("a single resource, a Bundle without a Patient and one of an unknown Patient are the person's", async () => {
    const person = await store.personOf(someNumber());
    const bound = { boundTo: person, channel: "command", allowSingle: true } as const;
    expect((await store.send(observationOf("bd-1", "whoever"), bound)).state).toBe("accepted");
    expect((await store.send(batch(observationOf("bd-2", "whoever-else")), bound)).state).toBe("accepted");
    expect(
      (
        await store.send(
          transaction(
            patientOf("bd-p", undefined, { name: [{ text: "Someone Else" }], gender: "male", deceasedBoolean: true }),
          ),
          bound,
        )
      ).state,
    ).toBe("accepted");
    expect(await resultsOf(person)).toHaveLength(2);
    const [row] = await store.superuser`select sex, deceased_on, birth_low from persons where id = ${person}`;
    expect(row).toEqual({ sex: "unknown", deceased_on: null, birth_low: null });
    expect((await readBook(store.citizen(person), { showHidden: false })).person.name).toBe("");
  });

  test("two Patients are refused, and so is a Bundle of staff and places alone", async () => {
    const person = await store.personOf(someNumber());
    const two = await store.send(transaction(patientOf("b-1", undefined), patientOf("b-2", undefined)), {
      boundTo: person,
    });
    expect([two.status, issuesOf(two)]).toEqual([422, ["two-patients Bundle.entry[1].resource"]]);
    const staff = await store.send(transaction({ resourceType: "Practitioner", id: "b-d", name: [{ text: "An" }] }), {
      boundTo: person,
    });
    expect([staff.status, issuesOf(staff)]).toEqual([422, ["no-patient"]]);
  });

  test("to two persons, the same bytes are two deliveries", async () => {
    const [a, b] = [await store.personOf(someNumber()), await store.personOf(someNumber())];
    const body = observationOf("bd-two", "x");
    const first = await store.send(body, { boundTo: a, allowSingle: true });
    const second = await store.send(body, { boundTo: b, allowSingle: true });
    expect([first.replay, second.replay, first.messageId === second.messageId]).toEqual([false, false, false]);
    expect(await resultsOf(a)).toEqual([]);
    expect((await resultsOf(b)).map((r) => r.withdrawn)).toEqual([false]);
  });
});
