import { describe, expect, test } from "vitest";
import {
  batch,
  bundleOf,
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
const patient = (elements: Json = {}) => patientOf("p-bad", number, elements);
const number = someNumber();
const bytes = (text: string) => new TextEncoder().encode(text);
const good = () => transaction(patient(), observationOf("o-1", "p-bad"));
const whole = JSON.stringify(good());

describe("a body that is no delivery is refused, says why, and leaves nothing but the reject", () => {
  test.each<[string, Uint8Array | string, number, string]>([
    ["nothing", "", 400, "not-json"],
    ["words", "xin chào", 400, "not-json"],
    ["a body cut short", whole.slice(0, -20), 400, "not-json"],
    ["XML", '<Bundle xmlns="http://hl7.org/fhir"/>', 400, "not-json"],
    [
      "200 levels",
      `{"resourceType":"Bundle","type":"batch","entry":${"[".repeat(200)}${"]".repeat(200)}}`,
      400,
      "too-deep",
    ],
    ["100,000 levels", `{"a":${"[".repeat(100_000)}`, 400, "too-deep"],
    ["bytes that are not UTF-8", Uint8Array.from([...bytes('{"a":"'), 0xff, 0xfe, ...bytes('"}')]), 400, "not-utf8"],
    ["UTF-8 cut within a letter", bytes('{"a":"ễ').subarray(0, -1), 400, "not-utf8"],
    ["UTF-16", Buffer.from(whole, "utf16le"), 400, "not-json"],
    ["JSON that is not FHIR", "[1, 2]", 422, "not-fhir"],
    ["a resource alone", JSON.stringify(patient()), 422, "not-a-bundle Bundle"],
    ["a searchset", JSON.stringify({ ...good(), type: "searchset" }), 422, "bundle-type Bundle.type"],
    ["no entries", JSON.stringify(transaction()), 422, "bundle-empty Bundle.entry"],
    [
      "5,001 entries",
      JSON.stringify(transaction(...Array.from({ length: 5_001 }, () => patient()))),
      413,
      "too-many-entries Bundle.entry",
    ],
    [
      "a Bundle of STU3",
      JSON.stringify(transaction(patient(), { resourceType: "Condition", id: "c", clinicalStatus: "active" })),
      422,
      "fhir-stu3 Bundle.entry[1].resource.clinicalStatus",
    ],
    [
      "a document without a Composition",
      JSON.stringify(bundleOf("document", [patient()])),
      422,
      "document-composition Bundle.entry[0].resource",
    ],
  ])("%s", async (_name, body, status, issue) => {
    const before = await store.rowCounts();
    const answer = await store.send(body);
    expect([answer.state, answer.status, issuesOf(answer)]).toEqual(["rejected", status, [issue]]);
    expect(answer.body).toMatchObject({ resourceType: "OperationOutcome" });
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test("a byte-order mark is no part of it", async () => {
    const answer = await store.send(
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(transaction(patient())))]),
    );
    expect(answer.state).toBe("accepted");
  });
});

describe("one bad entry", () => {
  const bad: [string, Json, string][] = [
    ["an impossible date", { effectiveDateTime: "2026-02-30" }, "date Bundle.entry[1].resource.effectiveDateTime"],
    ["an id that cannot be one", { id: "a_b" }, "id-form Bundle.entry[1].resource.id"],
    [
      "__proto__",
      JSON.parse('{"extension":[{"__proto__":{"status":"final"}}]}'),
      "element-name Bundle.entry[1].resource.extension[0]",
    ],
    ["U+0000", { valueString: "a\u0000" }, "text Bundle.entry[1].resource.valueString"],
    ["half a character", { note: [{ text: "\udc00" }] }, "text Bundle.entry[1].resource.note[0].text"],
    ["a form that a page could not read", { code: "4548-4" }, "element-form Bundle.entry[1].resource.code"],
  ];

  test.each(bad)("%s refuses the whole transaction and document, with its place", async (_name, elements, issue) => {
    const before = await store.rowCounts();
    const resource = observationOf("o-bad", "p-new", elements);
    const person = patientOf("p-new", someNumber());
    const entry = { resource, request: { method: "POST", url: "Observation" } };
    const composition = {
      resourceType: "Composition",
      id: "doc",
      status: "final",
      subject: { reference: "Patient/p-new" },
    };
    const answers = [
      await store.send(bundleOf("transaction", [person, entry, observationOf("o-good", "p-new")])),
      await store.send(bundleOf("document", [composition, entry, person])),
    ];
    for (const answer of answers)
      expect([answer.state, answer.status, issuesOf(answer)[0]]).toEqual(["rejected", 400, issue]);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 2 });
  });

  test.each(bad)("%s is left out of a batch, and the rest is taken", async (_name, elements, issue) => {
    const id = `o-${bad.findIndex(([, e]) => e === elements)}`;
    const resource = observationOf("o-bad", "p-bad", elements);
    const answer = await store.send(
      batch(patient(), { resource, request: { method: "POST", url: "Observation" } }, observationOf(id, "p-bad")),
    );
    expect([answer.state, answer.status]).toEqual(["partly_accepted", 200]);
    expect(entriesOf(answer)[1]?.split(" ").slice(0, 2)).toEqual(["400", issue.split(" ")[0]]);
    expect(entriesOf(answer)[2]).toBe("201");
    expect(await store.versionsOf("Observation", id)).toHaveLength(1);
    expect(await store.versionsOf("Observation", "o-bad")).toHaveLength(0);
  });

  test("a batch whose every entry is bad is refused", async () => {
    const before = await store.rowCounts();
    const answer = await store.send(
      batch({
        resource: { resourceType: "Patient", birthDate: "1958-02-30" },
        request: { method: "POST", url: "Patient" },
      }),
    );
    expect([answer.state, answer.status, issuesOf(answer).at(-1)]).toEqual([
      "rejected",
      400,
      "date Bundle.entry[0].resource.birthDate",
    ]);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test("a batch whose Patient is bad is refused and told so: whose would the rest be?", async () => {
    const before = await store.rowCounts();
    const answer = await store.send(
      batch(patientOf("p-x", someNumber(), { birthDate: "1958-02-30" }), observationOf("o-x", "p-x")),
    );
    expect([answer.state, answer.status, issuesOf(answer)]).toEqual([
      "rejected",
      400,
      ["date Bundle.entry[0].resource.birthDate"],
    ]);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test.each([
    ["PUT without an address", { method: "PUT" }, "entry-url"],
    ["PUT to a type alone", { method: "PUT", url: "Observation" }, "entry-url"],
    ["PUT to another id", { method: "PUT", url: "Observation/other" }, "entry-url"],
    ["PUT to another type", { method: "PUT", url: "Condition/o-bad" }, "entry-url"],
    ["PUT on a condition we cannot ask", { method: "PUT", url: "Observation?code=a|b" }, "condition-form"],
    ["DELETE without an address", { method: "DELETE" }, "entry-url"],
    ["PATCH", { method: "PATCH", url: "Observation/o-bad" }, "entry-method"],
  ])("%s is refused", async (_name, request, code) => {
    const answer = await store.send(batch(patient(), { resource: observationOf("o-bad", "p-bad"), request }));
    expect(entriesOf(answer)[1]).toMatch(new RegExp(`^4\\d\\d ${code}$`));
  });

  test("the same resource twice: the same content counts once, other content is refused", async () => {
    const twin = observationOf("o-twin", "p-bad");
    const same = await store.send(batch(patient(), twin, twin));
    expect([same.state, entriesOf(same)]).toEqual(["accepted", ["200", "201", "200 entry-twice"]]);
    const other = await store.send(batch(patient(), twin, { ...twin, status: "amended" }));
    expect([other.state, entriesOf(other)]).toEqual(["partly_accepted", ["200", "200", "422 entry-twice"]]);
    expect(await store.versionsOf("Observation", "o-twin")).toHaveLength(1);
  });
});

describe("hostile resources of types R4 does not have", () => {
  test.each<[string, Json]>([
    [
      "identifiers that are none",
      { identifier: [null, 5, "x", { value: 5 }, { system: {}, value: {} }, { value: "1" }] },
    ],
    ["an identifier that is an object", { identifier: { value: [] } }],
    [
      "codes of every form",
      { code: { coding: [null, 5, { code: {} }] }, status: {}, verificationStatus: { coding: [null] } },
    ],
    ["meta that is none", { meta: "x" }],
    [
      "meta that is null",
      { meta: null, contained: [null, 5, { id: 5 }], encounter: null, subject: [null], item: [null] },
    ],
    ["versions that are none", { meta: { versionId: 5, lastUpdated: {} } }],
    ["a period without dates", { period: { start: {}, end: [] }, billablePeriod: 5, created: [] }],
    [
      "a contained reference beside odd contained things",
      { contained: [null, 5, { id: {} }], target: { reference: "#x" } },
    ],
  ])("%s are kept", async (_name, elements) => {
    for (const type of ["Vendor", "Chronicle"]) {
      const answer = await store.send(
        batch(
          patient(),
          entryOf({
            resourceType: type,
            id: `${type}-${Object.keys(elements)[0]}`,
            patient: { reference: "Patient/p-bad" },
            ...elements,
          }),
        ),
      );
      expect([type, entriesOf(answer)[1]?.slice(0, 1)]).toEqual([type, "2"]);
    }
  });

  test("addresses and conditions of every form are answered, not crashed on", async () => {
    const odd = [
      "\u0000",
      "urn:uuid:",
      "urn:uuid:\u0000",
      "urn:uuid:a/b c",
      "x".repeat(10_000),
      "Patient/\u0000",
      "%00",
      "?",
    ];
    for (const [n, text] of odd.entries()) {
      const answer = await store.send(
        batch(
          patient(),
          {
            fullUrl: text,
            resource: observationOf(undefined, "p-bad", { valueString: text.replaceAll("\u0000", "0") }),
            request: { method: "POST", url: text, ifNoneExist: text },
          },
          {
            fullUrl: text,
            resource: observationOf(undefined, "p-bad", { note: [{ text: `${n}` }] }),
            request: { method: "POST", url: "Observation" },
          },
          { request: { method: "DELETE", url: text } },
          {
            resource: observationOf("o-m", "p-bad"),
            request: { method: "PUT", url: "Observation/o-m", ifMatch: text },
          },
        ),
      );
      expect([text, answer.state]).toEqual([text, "partly_accepted"]);
      expect(entriesOf(answer)[2]?.slice(0, 3)).toBe("201");
    }
  });

  test("a number at the limit of what is taken can be stored and comes back", async () => {
    const digits = `-${"9".repeat(60)}.${"1".repeat(59)}0`;
    const text = JSON.stringify(transaction(patient(), observationOf("o-digits", "p-bad"))).replace("7.2", digits);
    expect((await store.send(text)).state).toBe("accepted");
    expect((await store.versionsOf("Observation", "o-digits"))[0]?.text).toContain(digits);
    const huge = JSON.stringify(transaction(patient(), observationOf("o-huge", "p-bad"))).replace("7.2", "1e999");
    expect((await store.send(huge)).state).toBe("accepted");
  });

  test.each(["0001-01-01", "0001", "9999", "9999-12-31", "0001-01-01T00:00:00+07:00", "9999-12-31T23:59:59-12:00"])(
    "the end of the calendar %s can be stored",
    async (date) => {
      const id = `o-${date.replace(/[^0-9]/g, "-")}`;
      const answer = await store.send(
        transaction(
          patient(),
          observationOf(id, "p-bad", {
            effectiveDateTime: date,
            meta: { lastUpdated: date.length > 10 ? date : undefined },
          }),
        ),
      );
      expect([answer.state, issuesOf(answer)]).toEqual(["accepted", []]);
    },
  );
});

describe("a Patient of odd form", () => {
  test.each<[string, Json]>([
    ["nothing where a phone should be", { telecom: [null] }],
    ["text where a phone should be", { telecom: ["0912345678"] }],
    ["a number for a phone", { telecom: [{ value: 912345678 }] }],
    ["nothing where an address should be", { address: [null] }],
    ["an address that is text", { address: "Số 1, thôn Đông" }],
    ["lines that are objects", { address: [{ line: [{}] }] }],
    ["nothing where a name should be", { name: [null] }],
  ])("%s is refused with its place, and is no error of ours", async (_name, elements) => {
    const answer = await store.send(transaction(patientOf("p-odd", someNumber(), elements)));
    const [element] = Object.keys(elements);
    expect([answer.state, answer.status]).toEqual(["rejected", 400]);
    expect(issuesOf(answer)[0]).toMatch(new RegExp(`^element-form Bundle.entry\\[0\\].resource.${element}`));
  });

  test("parts of names and addresses that are only extensions are taken", async () => {
    const elements = {
      name: [{ family: "Feeney", given: [null, "Vito"] }],
      address: [{ line: [null, "12 Main Street"] }],
    };
    expect((await store.send(transaction(patientOf("p-ext", someNumber(), elements)))).state).toBe("accepted");
  });
});

describe("a reject is remembered and may be tried again", () => {
  test("the same bad bytes ten times are one reject", async () => {
    const body = { hello: "again" };
    const before = await store.rowCounts();
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.send(body)));
    expect(new Set(answers.map((a) => `${a.state} ${a.status} ${a.messageId} ${JSON.stringify(a.body)}`)).size).toBe(1);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test("bytes that were refused are taken when what was wrong here is put right, under the same message", async () => {
    const number = someNumber();
    const person = await store.personOf(number);
    await store.superuser`update persons set sex = 'male' where id = ${person}`;
    const twice = transaction(
      patientOf("p-again", number),
      observationOf("o-again", "p-again", { meta: { versionId: "1" }, status: "final" }),
    );
    const first = transaction(
      patientOf("p-again", number),
      observationOf("o-again", "p-again", { meta: { versionId: "1" }, status: "amended" }),
    );
    expect((await store.send(first)).state).toBe("accepted");
    const refused = await store.send(twice);
    expect([refused.state, refused.status]).toEqual(["rejected", 409]);
    await store.superuser`delete from entries where facility_id = ${store.facilityId} and source_id = 'o-again'`;
    const taken = await store.send(twice);
    expect([taken.state, taken.status, taken.messageId, taken.replay]).toEqual([
      "accepted",
      200,
      refused.messageId,
      false,
    ]);
    const [row] =
      await store.superuser`select state, entries_rejected, reason from messages where id = ${refused.messageId}`;
    expect(row).toEqual({ state: "accepted", entries_rejected: 0, reason: null });
    expect(await store.superuser`select 1 from message_bodies where message_id = ${refused.messageId}`).toHaveLength(1);
  });
});
