import { describe, expect, test } from "vitest";
import { readSection } from "#app/domain/health-book/read-section.ts";
import {
  batch,
  bundleOf,
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
const patient = patientOf("p", someNumber());
const observation = (id: string, elements: Json = {}) => observationOf(id, "p", elements);
const version = (id: string, versionId: string, status: string, lastUpdated?: string) =>
  observation(id, { status, meta: { versionId, ...(lastUpdated ? { lastUpdated } : {}) } });
const send = (...parts: Parameters<typeof transaction>) => store.send(transaction(patient, ...parts));
const sendAt = (timestamp: string, ...parts: Parameters<typeof transaction>) =>
  store.send(bundleOf("transaction", [patient, ...parts], { timestamp }));
const kept = async (id: string) =>
  (await store.versionsOf("Observation", id)).map(
    (v) => `${v.key} ${v.status}${v.current ? " current" : ""}${v.withdrawn ? " withdrawn" : ""}`,
  );
const keysOf = (found: string[]) => found.map((v) => v.replace(/^h-[0-9a-f]{24}/, "h"));

describe("a version is kept once", () => {
  test("a version that comes again in another Bundle changes nothing and is answered as there", async () => {
    await send(version("v-1", "1", "final"));
    const answer = await send(version("v-1", "1", "final"), observation("v-1b"));
    expect(entriesOf(answer)).toEqual(["200", "200", "201"]);
    expect(await kept("v-1")).toEqual(["v-1 final current"]);
  });

  test("a newer one is shown, the older stays", async () => {
    await send(version("v-2", "1", "preliminary", "2026-11-01T08:00:00Z"));
    await send(version("v-2", "2", "final", "2026-11-02T08:00:00Z"));
    expect(await kept("v-2")).toEqual(["v-1 preliminary", "v-2 final current"]);
  });

  test("an older one that comes late is kept and not shown", async () => {
    await send(version("v-3", "2", "final", "2026-11-02T08:00:00Z"));
    await send(version("v-3", "1", "preliminary", "2026-11-01T08:00:00Z"));
    expect(await kept("v-3")).toEqual(["v-2 final current", "v-1 preliminary"]);
  });

  test("without a version the Bundle's timestamp orders them, and the content names them", async () => {
    await sendAt("2026-11-02T08:00:00Z", observation("v-4", { status: "final" }));
    await sendAt("2026-11-01T08:00:00Z", observation("v-4", { status: "preliminary" }));
    expect(keysOf(await kept("v-4"))).toEqual(["h final current", "h preliminary"]);
  });

  test("without any time the receipt orders them", async () => {
    await store.send(transaction(patient, observation("v-5", { status: "preliminary" })), {
      now: new Date("2026-11-01T08:00:00Z"),
    });
    await store.send(transaction(patient, observation("v-5", { status: "final" })), {
      now: new Date("2026-11-02T08:00:00Z"),
    });
    expect(keysOf(await kept("v-5"))).toEqual(["h preliminary", "h final current"]);
  });

  test("lastUpdated alone names a version", async () => {
    const at = (lastUpdated: string, status: string) => observation("v-6", { status, meta: { lastUpdated } });
    await send(at("2026-11-01T08:00:00Z", "preliminary"));
    await send(at("2026-11-02T08:00:00Z", "final"));
    expect((await send(at("2026-11-02T15:00:00+07:00", "amended"))).status).toBe(409);
    expect(await kept("v-6")).toHaveLength(2);
  });

  test("element order, meta and digits: the same content is the same, 7.20 is not 7.2", async () => {
    const { code, ...rest } = observation("v-7");
    await send(observation("v-7"));
    await send({ ...rest, code, meta: { source: "urn:x" } });
    expect(await kept("v-7")).toHaveLength(1);
    await store.send(JSON.stringify(transaction(patient, observation("v-7"))).replace("7.2", "7.20"));
    expect(await kept("v-7")).toHaveLength(2);
    expect((await store.versionsOf("Observation", "v-7"))[1]?.text).toContain("7.20");
  });

  test("content that comes back is a version of its own", async () => {
    const day = (n: number) => `2026-11-0${n}T08:00:00Z`;
    await sendAt(day(1), observation("v-8", { status: "final" }));
    await sendAt(day(2), observation("v-8", { status: "amended" }));
    await sendAt(day(3), observation("v-8", { status: "final" }));
    expect(keysOf(await kept("v-8"))).toEqual(["h final", "h amended", `h-${Date.parse(day(3))} final current`]);
  });

  test("content sent again later still held then: what comes late from between is not shown", async () => {
    await send(version("v-9", "1", "final", "2026-11-01T08:00:00Z"));
    const again = await send(version("v-9", "3", "final", "2026-11-03T08:00:00Z"));
    expect(JSON.stringify(again.body)).toContain('W/\\"v-1\\"');
    await send(version("v-9", "2", "amended", "2026-11-02T08:00:00Z"));
    expect(await kept("v-9")).toEqual(["v-1 final current", "v-2 amended"]);
  });
});

describe("the same version with other content is a conflict", () => {
  test("a transaction is refused whole with 409, and nothing is changed", async () => {
    await send(version("c-1", "1", "final"));
    const before = await store.rowCounts();
    const answer = await send(observation("c-new"), version("c-1", "1", "amended"));
    expect([answer.state, answer.status, issuesOf(answer)]).toEqual([
      "rejected",
      409,
      ["version-other-content Bundle.entry[2].resource"],
    ]);
    expect(await kept("c-1")).toEqual(["v-1 final current"]);
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });

  test("a batch is taken without it", async () => {
    await send(version("c-2", "1", "final"));
    const answer = await store.send(batch(patient, version("c-2", "1", "amended"), observation("c-2b")));
    expect([answer.state, entriesOf(answer)]).toEqual(["partly_accepted", ["200", "409 version-other-content", "201"]]);
    expect(answer.counts).toMatchObject({ accepted: 1, unchanged: 1, rejected: 1 });
  });

  test("for staff and places too", async () => {
    const doctor = (name: string) => ({
      resourceType: "Practitioner",
      id: "d-1",
      meta: { versionId: "1" },
      name: [{ text: name }],
    });
    await send(doctor("An"));
    expect((await send(doctor("Bình"))).status).toBe(409);
    expect(entriesOf(await send(doctor("An"), observation("c-3")))[1]).toBe("200");
  });
});

describe("If-Match", () => {
  const put = (id: string, versionId: string, ifMatch: string) =>
    entryOf(version(id, versionId, "final", `2026-11-0${versionId}T08:00:00Z`), { ifMatch });

  test("names the current version as it was answered", async () => {
    const answer = await send(version("m-1", "1", "preliminary", "2026-11-01T08:00:00Z"));
    const { entry } = answer.body as { entry: { response: { etag: string; location: string } }[] };
    expect(entry[1]?.response).toMatchObject({ etag: 'W/"v-1"', location: "Observation/m-1/_history/v-1" });
    expect(entriesOf(await send(put("m-1", "2", entry[1]?.response.etag ?? "")))[1]).toBe("200");
    expect(await kept("m-1")).toEqual(["v-1 preliminary", "v-2 final current"]);
  });

  test.each([['W/"v-0"'], ['"v-9"'], ["v-1"], ["*"], [""], ['W/""']])(
    "%j is not the current version: 412, nothing changed",
    async (ifMatch) => {
      await send(version("m-2", "1", "preliminary"));
      const answer = await store.send(batch(patient, put("m-2", "2", ifMatch), observation(`m-2-${ifMatch.length}`)));
      expect(entriesOf(answer)[1]).toBe("412 if-match");
      expect(await kept("m-2")).toEqual(["v-1 preliminary current"]);
      expect((await send(put("m-2", "2", ifMatch))).status).toBe(412);
    },
  );

  test("of something that is not there is 412", async () => {
    expect((await send(put("m-none", "1", 'W/"v-1"'))).status).toBe(412);
    expect(await kept("m-none")).toEqual([]);
  });

  test("a DELETE obeys it", async () => {
    await send(version("m-3", "1", "final"));
    expect((await send(deleteOf("Observation/m-3", { ifMatch: 'W/"v-0"' }))).status).toBe(412);
    expect(await kept("m-3")).toEqual(["v-1 final current"]);
    expect((await send(deleteOf("Observation/m-3", { ifMatch: 'W/"v-1"' }))).status).toBe(200);
    expect(await kept("m-3")).toEqual(["v-1 final current withdrawn"]);
  });
});

describe("DELETE withdraws", () => {
  test("the entry stays in the book and says that it was withdrawn", async () => {
    const own = patientOf("d-p", someNumber());
    await store.send(transaction(own, observationOf("d-1", "d-p")));
    const answer = await store.send(transaction(own, deleteOf("Observation/d-1")));
    expect(entriesOf(answer)).toEqual(["200", "204"]);
    const [withdrawn] = await store.versionsOf("Observation", "d-1");
    const { items } = await readSection(store.citizen(withdrawn?.person ?? ""), {
      section: "results",
      page: 1,
      showHidden: false,
    });
    expect(items.find((i) => i.id === withdrawn?.entryId)).toMatchObject({ withdrawn: true });
  });

  test("twice is once", async () => {
    await send(observation("d-2"));
    await send(deleteOf("Observation/d-2"));
    const again = await store.send(batch(patient, deleteOf("Observation/d-2"), observation("d-2b")));
    expect(entriesOf(again)[1]).toBe("204");
    expect(again.counts).toMatchObject({ accepted: 1, unchanged: 2 });
  });

  test("what was never sent is not found, and nothing of it is kept", async () => {
    const before = await store.rowCounts();
    const answer = await store.send(batch(patient, deleteOf("Observation/d-never")));
    expect([answer.state, entriesOf(answer)[1]?.slice(0, 3)]).toEqual(["partly_accepted", "404"]);
    const { messages, message_bodies, ...after } = await store.rowCounts();
    expect(before).toMatchObject(after);
  });

  test("a version that was withdrawn is refused; a new one brings the entry back", async () => {
    await send(version("d-3", "1", "final", "2026-11-01T08:00:00Z"));
    await send(deleteOf("Observation/d-3"));
    const refused = await send(version("d-3", "1", "final", "2026-11-01T08:00:00Z"), observation("d-3b"));
    expect([refused.status, issuesOf(refused)]).toEqual([409, ["version-withdrawn Bundle.entry[1].resource"]]);
    await send(version("d-3", "2", "final", "2026-11-02T08:00:00Z"));
    expect(await kept("d-3")).toEqual(["v-1 final withdrawn", "v-2 final current"]);
  });

  test("in one Bundle with a PUT of the same resource is refused: which should hold?", async () => {
    expect((await send(observation("d-4"), deleteOf("Observation/d-4"))).status).toBe(422);
  });

  test("alone, without a Patient, is known by what it withdraws", async () => {
    await send(observation("d-5"), observation("d-6"));
    const answer = await store.send(batch(deleteOf("Observation/d-5"), deleteOf("Observation/d-6")));
    expect([answer.state, entriesOf(answer)]).toEqual(["accepted", ["204", "204"]]);
    expect((await store.versionsOf("Observation", "d-5"))[0]?.withdrawn).toBe(true);
  });

  test("alone, of two persons' entries or of nobody's, is refused", async () => {
    await store.send(transaction(patientOf("p-other", someNumber()), observationOf("d-8", "p-other")));
    await send(observation("d-7"));
    const two = await store.send(batch(deleteOf("Observation/d-7"), deleteOf("Observation/d-8")));
    expect([two.status, issuesOf(two)]).toEqual([422, ["two-patients"]]);
    const none = await store.send(batch(deleteOf("Observation/d-nothing")));
    expect([none.status, issuesOf(none)]).toEqual([422, ["no-patient"]]);
    for (const id of ["d-7", "d-8"]) expect((await store.versionsOf("Observation", id))[0]?.withdrawn).toBe(false);
  });

  test("of staff or a place is refused: others' records speak of them", async () => {
    await send({ resourceType: "Practitioner", id: "d-doctor", name: [{ text: "BS. An" }] });
    const answer = await store.send(batch(patient, deleteOf("Practitioner/d-doctor")));
    expect(entriesOf(answer)[1]).toBe("422 delete-directory");
  });

  test("entered-in-error is shown as withdrawn too", async () => {
    const person = patientOf("p-9", someNumber());
    const sent = (versionId: string, status: string) =>
      observationOf("d-9", "p-9", { status, meta: { versionId, lastUpdated: `2026-11-0${versionId}T08:00:00Z` } });
    await store.send(transaction(person, sent("1", "final")));
    await store.send(transaction(person, sent("2", "entered-in-error")));
    const [first] = await store.versionsOf("Observation", "d-9");
    const { items } = await readSection(store.citizen(first?.person ?? ""), {
      section: "results",
      page: 1,
      showHidden: false,
    });
    expect(items).toMatchObject([{ withdrawn: true, status: "entered-in-error" }]);
  });
});

describe("a conditional create", () => {
  const numbered = (value: string, elements: Json = {}) =>
    observationOf(undefined, "p", { identifier: [{ system: "http://bv.vn/mau", value }], ...elements });
  const unless = (value: string, resource: Json) =>
    entryOf(resource, { ifNoneExist: `identifier=http://bv.vn/mau|${value}` });
  const stored = async (value: string) =>
    (
      await store.superuser<
        { n: number }[]
      >`select count(*)::int as n from entries where resource @> ${JSON.stringify({ identifier: [{ value }] })}::text::jsonb`
    )[0]?.n;

  test("that finds nothing creates", async () => {
    expect(entriesOf(await send(unless("x-1", numbered("x-1"))))).toEqual(["200", "201 no-id"]);
    expect(await stored("x-1")).toBe(1);
  });

  test("that finds what was sent before changes nothing, and references lead there", async () => {
    await send({ ...numbered("x-2"), id: "known" });
    const report = {
      resourceType: "DiagnosticReport",
      id: "r-2",
      status: "final",
      subject: { reference: "Patient/p" },
      result: [{ reference: "urn:uuid:new" }],
    };
    const answer = await send(
      { ...unless("x-2", numbered("x-2", { status: "amended" })), fullUrl: "urn:uuid:new" },
      report,
    );
    expect(entriesOf(answer)).toEqual(["200", "200 no-id", "201"]);
    expect(await kept("known")).toHaveLength(1);
    expect((await store.versionsOf("DiagnosticReport", "r-2"))[0]?.resource.result).toEqual([
      { reference: "Observation/known" },
    ]);
  });

  test("is asked of this facility alone", async () => {
    await send({ ...numbered("x-3"), id: "ours" });
    const other = await store.addFacility("99777");
    const answer = await store.send(transaction(patient, unless("x-3", numbered("x-3"))), { facilityId: other });
    expect(entriesOf(answer)).toEqual(["201", "201 no-id"]);
  });

  test.each(["_id=5", "identifier=x-4", "identifier=a|b&status=final", "", "?", "name=An"])(
    "in the form %j is refused",
    async (ifNoneExist) => {
      const answer = await send(entryOf(numbered("x-4"), { ifNoneExist }));
      expect([answer.status, issuesOf(answer)]).toEqual([422, ["condition-form Bundle.entry[1].resource"]]);
    },
  );

  test("with a question mark, escapes and an empty system is understood", async () => {
    await send({ ...observationOf("plain", "p"), identifier: [{ value: "x 5" }] });
    const answer = await send(
      entryOf(observationOf(undefined, "p", { identifier: [{ value: "x 5" }] }), {
        ifNoneExist: "?identifier=%7Cx%205",
      }),
    );
    expect(entriesOf(answer)[1]).toBe("200 no-id");
  });
});
