import { describe, expect, test } from "vitest";
import { decideCase } from "#app/domain/feeds/decide-case.ts";
import { readCase } from "#app/domain/feeds/read-case.ts";
import { replayDecided } from "#app/domain/feeds/replay-message.ts";
import { replaceNumber } from "#app/domain/persons/replace-number.ts";
import { newId } from "#app/shared/ids.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { bundleText, quarantineMessages } from "#test/sandbox/province/stories/index.ts";
import {
  bundleOf,
  CCCD,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });
const feedCtx = { db: store.feed, keys: store.keys, now: () => new Date() };
const replay = (input: { facilityId: string; messageId: string }) => replayDecided(feedCtx, input);

const own = (value: string) => ({ type: { coding: [{ code: "MR" }] }, system: "urn:bv", value });
const baby = (id: string, elements: Json = {}): Json =>
  patientOf(id, undefined, {
    identifier: [own(id)],
    name: [{ text: "Con bà Hà" }],
    birthDate: "2026-10-02",
    gender: "male",
    ...elements,
  });
let related = 0;
const motherOf = (id: string, number: string, name = "Phạm Thu Hà"): Json => ({
  resourceType: "RelatedPerson",
  id: `rp-${++related}`,
  patient: { reference: `Patient/${id}` },
  relationship: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-RoleCode", code: "MTH" }] }],
  identifier: [{ system: CCCD, value: number }],
  name: [{ text: name }],
});
const seen = (id: string, n: number) => observationOf(`${id}-o${n}`, id);
const mothersOf = (child: string) => store.superuser<{ mother: string }[]>`
  select other_person_id as mother from person_links where person_id = ${child} and kind = 'mother'`;

describe("a newborn without a number, in FHIR", () => {
  test("is a person under the mother its RelatedPerson names, once, and gets its own number when that comes", async () => {
    const mother = someNumber();
    const related = motherOf("nb-1", mother);
    const first = transaction(baby("nb-1"), related, seen("nb-1", 1));
    expect((await store.send(first)).state).toBe("accepted");
    expect((await store.send(first)).replay).toBe(true);
    const [child, motherId] = [await store.personOfPatient("nb-1"), await store.personOf(mother)];
    expect([child === motherId, await mothersOf(child)]).toEqual([false, [{ mother: motherId }]]);

    const other = await store.addFacility("74001");
    const elsewhere = transaction(baby("nb-x", { gender: "unknown" }), motherOf("nb-x", mother), seen("nb-x", 1));
    expect((await store.send(elsewhere, { facilityId: other })).state).toBe("accepted");
    expect(await store.personOfPatient("nb-x", other)).toBe(child);

    const number = someNumber();
    const numbered = baby("nb-1", {
      identifier: [own("nb-1"), { system: CCCD, value: number }],
      name: [{ text: "Lê Bảo" }],
    });
    expect((await store.send(transaction(numbered, related, seen("nb-1", 2)))).state).toBe("accepted");
    expect(await store.personOf(number)).toBe(child);
    expect(await mothersOf(child)).toHaveLength(1);
  });

  test("of two mothers waits, with both to be seen; what is decided is read in once, and the child is known from then on", async () => {
    const mothers = [someNumber(), someNumber()] as const;
    const two = transaction(
      baby("nb-2"),
      motherOf("nb-2", mothers[0]),
      motherOf("nb-2", mothers[1], "Trần Thị Khác"),
      seen("nb-2", 1),
    );
    const waits = await store.send(two);
    expect([waits.state, waits.reason]).toEqual(["quarantined", "mother-unclear"]);
    const at = { facilityId: store.facilityId, id: waits.messageId };
    const { said } = await readCase(operator, { ...at, person: undefined, reveal: true });
    expect([said?.mother?.names, said?.mother?.identifiers.map((i) => i.value)]).toEqual([
      ["Phạm Thu Hà", "Trần Thị Khác"],
      [...mothers],
    ]);
    const decision = { ...at, decision: "create", personId: undefined, link: true, note: "" } as const;
    expect(await decideCase(operator, decision, { replay })).toBe("accepted");
    expect(await decideCase(operator, decision, { replay })).toBe("accepted");
    const child = await store.personOfPatient("nb-2");
    const again = await store.send(bundleOf("transaction", [...twoAgain(mothers), seen("nb-2", 2)], { id: "more" }));
    expect([again.state, await store.personOfPatient("nb-2")]).toEqual(["accepted", child]);
    for (const number of mothers) expect(await store.personOf(number)).not.toBe(child);
  });
  const twoAgain = (mothers: readonly [string, string]) => [
    baby("nb-2"),
    motherOf("nb-2", mothers[0]),
    motherOf("nb-2", mothers[1], "Trần Thị Khác"),
  ];

  test("whose mother is named twice alike has one", async () => {
    const mother = someNumber();
    const twice = transaction(baby("nb-3"), motherOf("nb-3", mother), motherOf("nb-3", mother, "PHAM THU HA"));
    expect((await store.send(twice)).state).toBe("accepted");
    expect(await mothersOf(await store.personOfPatient("nb-3"))).toEqual([{ mother: await store.personOf(mother) }]);
  });

  test("sent many times at once is one", async () => {
    const mother = someNumber();
    const bundles = [1, 2, 3, 4].map((n) => transaction(baby("nb-4"), motherOf("nb-4", mother), seen("nb-4", n)));
    expect((await Promise.all(bundles.map((b) => store.send(b)))).map((a) => a.state)).toEqual(
      Array(4).fill("accepted"),
    );
    const children = await store.superuser`
      select 1 from person_links where other_person_id = ${await store.personOf(mother)}`;
    expect(children).toHaveLength(1);
  });
});

describe("a number that another has replaced", () => {
  const identifierOf = async (personId: string) => {
    const [row] = await store.superuser<{ id: string }[]>`
      select id from identifiers where person_id = ${personId} and kind = 'personal_number' and valid_to is null`;
    return row?.id ?? "";
  };
  const send = async (id: string, ...numbers: string[]) => {
    const identifier = numbers.map((value) => ({ system: CCCD, value }));
    return (await store.send(transaction(patientOf(id, undefined, { identifier }), seen(id, 1)))).state;
  };

  test("goes on finding the person: old records, new ones, and those that say both", async () => {
    const [old, fresh] = [someNumber(), someNumber()];
    const personId = await store.personOf(old);
    const input = { personId, identifierId: await identifierOf(personId), number: fresh };
    expect(await replaceNumber(operator, input)).toBeUndefined();
    expect(await replaceNumber(operator, input)).toBeUndefined();
    expect([await send("rn-1", old), await send("rn-2", fresh), await send("rn-3", old, fresh)]).toEqual(
      Array(3).fill("accepted"),
    );
    for (const id of ["rn-1", "rn-2", "rn-3"]) expect(await store.personOfPatient(id)).toBe(personId);
  });

  test("by another's is refused, and nothing of it is kept", async () => {
    const [old, theirs] = [someNumber(), someNumber()];
    const [personId, other] = [await store.personOf(old), await store.personOf(theirs)];
    const input = { personId, identifierId: await identifierOf(personId), number: theirs };
    expect(await replaceNumber(operator, input)).toEqual({ number: ["number-of-another"] });
    expect(await store.superuser`select 1 from identifiers where person_id = ${personId}`).toHaveLength(1);
    expect(await store.personOf(theirs)).toBe(other);
  });

  test("by two operators at once has one successor, and the other's number stays free", async () => {
    const [old, one, two] = [someNumber(), someNumber(), someNumber()];
    const personId = await store.personOf(old);
    const identifierId = await identifierOf(personId);
    const answers = await Promise.all(
      [one, two].map((number) => replaceNumber(operator, { personId, identifierId, number })),
    );
    expect(answers.filter((a) => a === undefined)).toHaveLength(1);
    expect(answers).toContainEqual({ number: ["number-gone"] });
    const kept =
      await store.superuser`select 1 from identifiers where person_id = ${personId} and kind = 'personal_number'`;
    expect(kept).toHaveLength(2);
  });

  test("an old card that a Patient says is old links the records that know no other", async () => {
    const [number, card] = [someNumber(), "183456701"];
    const CMND = "http://fhir.ehealth.gov.vn/core/sid/cmnd";
    const identifier = [
      { system: CCCD, value: number },
      { system: CMND, value: card, use: "old" },
    ];
    await store.send(transaction(patientOf("oc-1", undefined, { identifier })));
    const early = patientOf("oc-2", undefined, { identifier: [{ system: CMND, value: card }] });
    expect((await store.send(transaction(early, seen("oc-2", 1)))).state).toBe("accepted");
    expect(await store.personOfPatient("oc-2")).toBe(await store.personOf(number));
  });
});

test("the demo's two children without a number wait, with all there is to decide by", async () => {
  const ha = persona("ha");
  const known = { name: [{ text: ha.name }], gender: "female", birthDate: ha.birthDate };
  await store.send(transaction(patientOf("ha", ha.personalNumber, known)));
  const children = quarantineMessages(new Date()).filter((m) => /newborn|lent/.test(m.personaKey ?? ""));
  const told = [];
  for (const { bundle, outcome, reason } of children) {
    const answer = await store.send(bundleText(bundle));
    expect([answer.state, answer.reason]).toEqual([outcome, reason]);
    const at = { facilityId: store.facilityId, id: answer.messageId };
    const { said } = await readCase(operator, { ...at, person: undefined, reveal: false });
    told.push([said?.names, said?.mother?.names, said?.identifiers.map((i) => i.kind)]);
  }
  expect(told).toEqual([
    [["Con bà Hạnh"], ["Ngô Thị Hạnh"], ["facility_patient_number"]],
    [["Con bà Lành"], undefined, ["temporary_card", "facility_patient_number"]],
  ]);
});
