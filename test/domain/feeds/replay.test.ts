import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openRecord } from "#app/domain/access/open-record.ts";
import { decideAlike, decideCase } from "#app/domain/feeds/decide-case.ts";
import { replayAfterUnmerge } from "#app/domain/feeds/replay-after-unmerge.ts";
import { replayAnew } from "#app/domain/feeds/replay-anew.ts";
import { replayDecided } from "#app/domain/feeds/replay-message.ts";
import { mergePersons } from "#app/domain/persons/merge-persons.ts";
import { rereadDeliveries, unmergePerson } from "#app/domain/persons/unmerge-persons.ts";
import { newId } from "#app/shared/ids.ts";
import { expectAccepted, packageStore } from "#test/support/package-store.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import {
  batch,
  CCCD,
  deleteOf,
  type Json,
  observationOf,
  patientOf,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await packageStore();
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });
const feedCtx = { db: store.feed, keys: store.keys, now: () => new Date() };
const feed = {
  replay: (input: { facilityId: string; messageId: string }) => replayDecided(feedCtx, input),
  replayAfterUnmerge: (input: { facilityId: string; replayId: string }) => replayAfterUnmerge(feedCtx, input),
};
const card = (value: string) => ({ system: "http://fhir.ehealth.gov.vn/core/sid/insurance_number", value });
const ids = (...values: { system: string; value: string }[]): Json => ({ identifier: values });
const cccd = (value: string) => ({ system: CCCD, value });
const shownTo = async (personId: string) =>
  (
    await store.superuser<{ id: string }[]>`
      select source_id as id from entries where person_id = ${personId} and current and resource_type = 'Observation'
        and withdrawn_at is null and withdrawn_reason is distinct from 'moved' order by 1`
  ).map((r) => r.id);
const reason = "Cùng một người, đã gọi bệnh viện";

describe("deciding alike", () => {
  const waits = async (id: string, elements: Json) => {
    const own = { type: { coding: [{ code: "MR" }] }, system: "urn:bv", value: "BN-ALIKE" };
    const patient = patientOf(id, undefined, { identifier: [own], name: [{ text: "Lê Thị Hòa" }], ...elements });
    const { messageId } = await store.send(transaction(patient, observationOf(`${id}-o`, id)));
    return { facilityId: store.facilityId, messageId };
  };
  const stateOf = async ({ messageId }: { messageId: string }) =>
    (await store.superuser`select state from messages where id = ${messageId}`)[0]?.state;

  test("takes what says the same of who it is, and nothing that shares a number alone", async () => {
    const born = { birthDate: "1990-05-01", gender: "female" };
    const first = await waits("da-1", born);
    const same = await waits("da-2", { ...born, name: [{ text: "LE THI HOÀ" }] });
    const others = [
      await waits("da-3", { ...born, name: [{ text: "Lê Thị Hoa Mai" }] }),
      await waits("da-4", { ...born, birthDate: "1990-05-02" }),
      await waits("da-5", { ...born, birthDate: "1990" }),
      await waits("da-6", { ...born, gender: "male" }),
    ];
    const decision = { decision: "create", personId: undefined, link: true, note: "" } as const;
    expect(await decideCase(operator, { ...decision, facilityId: first.facilityId, id: first.messageId }, feed)).toBe(
      "accepted",
    );
    expect(await decideAlike(operator, first, feed)).toBe(1);
    expect(await stateOf(same)).toBe("accepted");
    for (const other of others) expect(await stateOf(other)).toBe("quarantined");
  });
});

describe("read again later, a delivery is as old as when it came", () => {
  const hour = (n: number) => new Date(Date.UTC(2026, 10, 21, n));
  const codes = ["Ho", "Sốt", "Ho"];
  /** The n-th package of one case, all made on one day; who it is about only an operator can tell. */
  const nth = (code: string, n: number, maLk: string, number = "") => {
    const summary = {
      SO_CCCD: number,
      MA_BN: `BN-${maLk}`,
      MA_THE_BHYT: "",
      LY_DO_VV: codes[n] ?? "",
      GHI_CHU: `${n}`,
    };
    return plausibleCase({ maCskcb: code, maLk, medicines: [3, 1, 2][n] ?? 1, results: 1 + n, summary });
  };
  const attach = (facilityId: string, id: string, personId: string) =>
    decideCase(operator, { facilityId, id, decision: "attach", personId, link: false, note: "" }, feed);
  const holds = async (facilityId: string) => (await store.stateOf(facilityId)).filter((l) => l.includes(" false "));

  test("packages of one day end alike in whatever order an operator decides them", async () => {
    let facilities = 0;
    const states = new Set<string>();
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(order, fc.constantFrom(undefined, 0, 1, 2), async (turns, again) => {
        const code = `7${String(++facilities).padStart(4, "0")}`;
        const facilityId = await store.addFacility(code);
        const personId = await store.personOf(someNumber());
        const waiting: string[] = [];
        for (const n of [0, 1, 2]) {
          const answer = await store.deliver(nth(code, n, "RP"), {}, { facilityId, now: hour(n) });
          expect(answer.state).toBe("quarantined");
          waiting.push(answer.messageId);
        }
        // Its sender tries again, much later: it came when it came first.
        if (again !== undefined) await store.deliver(nth(code, again, "RP"), {}, { facilityId, now: hour(20) });
        for (const n of turns) expect(await attach(facilityId, waiting[n] ?? "", personId)).toBe("accepted");
        states.add((await holds(facilityId)).join("\n").replaceAll(code, "CODE"));
        expect(states.size).toBe(1);
        const [visit] = await store.live("Encounter", facilityId);
        expect(visit?.source?.f.GHI_CHU).toBe("2");
      }),
      { numRuns: 8, examples: [[[2, 0, 1], 0]] },
    );
  }, 60_000);

  test("one that an operator has processed anew overwrites nothing that came after it", async () => {
    const facilityId = await store.addFacility("76001");
    const number = someNumber();
    const [first, second] = [nth("76001", 0, "RA", number), nth("76001", 1, "RA", number)];
    const broken = { ...first, XML4: [...(first.XML4 ?? []), { MA_LK: "RA", STT: "9", MA_DICH_VU: "x" }] };
    const early = await store.deliver(broken, {}, { facilityId, now: hour(1) });
    expect(early.state).toBe("partly_accepted");
    expectAccepted(await store.deliver(second, {}, { facilityId, now: hour(2) }));
    const before = await store.stateOf(facilityId);
    await replayAnew({ ...feedCtx, now: () => hour(9) }, { facilityId, messageId: early.messageId });
    expect(await store.stateOf(facilityId)).toEqual(before);
    const [message] = await store.superuser`select received_at as at from messages where id = ${early.messageId}`;
    expect(message?.at).toEqual(hour(1));
  });

  test("and so is a Bundle without a time of its own", async () => {
    const patient = patientOf("ra-p", undefined, { identifier: [{ system: "urn:bv", value: "RA-9" }] });
    const said = (value: number) => transaction(patient, observationOf("ra-o", "ra-p", { valueQuantity: { value } }));
    const early = await store.send(said(1), { now: hour(1) });
    const late = await store.send(said(2), { now: hour(2) });
    const personId = await store.personOf(someNumber());
    await attach(store.facilityId, late.messageId, personId);
    await store.send(said(1), { now: hour(5) });
    await attach(store.facilityId, early.messageId, personId);
    const versions = await store.versionsOf("Observation", "ra-o");
    expect(versions.filter((v) => v.current).map((v) => v.resource.valueQuantity)).toEqual([{ value: 2 }]);
  });
});

describe("persons merged and parted again", () => {
  test("each delivery that came meanwhile ends with whom it speaks of; one that speaks of both waits", async () => {
    const [a, b] = [someNumber(), someNumber()];
    await store.send(transaction(patientOf("um-a", a), observationOf("um-a-0", "um-a")));
    await store.send(transaction(patientOf("um-b", b), observationOf("um-b-0", "um-b")));
    const [personA, personB] = [await store.personOfPatient("um-a"), await store.personOfPatient("um-b")];
    await mergePersons(operator, { personId: personA, intoId: personB, reason });
    await mergePersons(operator, { personId: personA, intoId: personB, reason });
    const [cardA, cardB] = [`GD4${a}`, `GD4${b}`];
    await store.send(
      transaction(patientOf("um-a1", undefined, ids(cccd(a), card(cardA))), observationOf("um-a-1", "um-a1")),
    );
    await store.send(
      transaction(patientOf("um-b1", undefined, ids(cccd(b), card(cardB))), observationOf("um-b-1", "um-b1")),
    );
    await store.send(transaction(patientOf("um-a2", undefined, ids(card(cardA))), observationOf("um-a-2", "um-a2")));
    await store.send(
      transaction(patientOf("um-ab", undefined, ids(card(cardA), card(cardB))), observationOf("um-ab-1", "um-ab")),
    );
    // What is A's was sent with B's number meanwhile: the same entry, in one cluster.
    await store.send(transaction(patientOf("um-b2", b), observationOf("um-a-0", "um-b2", { status: "amended" })));

    await unmergePerson(operator, { personId: personA, reason });
    expect(await rereadDeliveries(operator, personA, feed)).toBe(0);
    expect(await rereadDeliveries(operator, personA, feed)).toBe(0);
    expect(await shownTo(personA)).toEqual(["um-a-1", "um-a-2"]);
    expect(await shownTo(personB)).toEqual(["um-a-0", "um-b-0", "um-b-1"]);
    const waiting = await store.superuser`
      select m.reason, q.state from messages m join quarantine_items q on q.message_id = m.id where m.state = 'quarantined' and m.reason = 'identifiers-of-two-persons'`;
    expect(waiting).toEqual([{ reason: "identifiers-of-two-persons", state: "waiting" }]);
    expect(
      await store.superuser`select outcome, count(*)::int as n from message_replays group by 1 order by 1`,
    ).toEqual([
      { outcome: "moved", n: 1 },
      { outcome: "quarantined", n: 1 },
      { outcome: "stayed", n: 3 },
    ]);
    expect(
      await store.superuser`select subject from access_events where person_id = ${personA} order by occurred_at`,
    ).toEqual([{ subject: "merge" }, { subject: "unmerge" }]);
  });

  test("what closed a case for both closes it for each, and what is lifted stays lifted when it is read again", async () => {
    const [a, b] = [someNumber(), someNumber()];
    await store.send(
      transaction(patientOf("cl-a", a), observationOf("cl-hidden", "cl-a"), observationOf("cl-hiv", "cl-a")),
    );
    await store.send(transaction(patientOf("cl-b", b)));
    const [personA, personB] = [await store.personOfPatient("cl-a"), await store.personOfPatient("cl-b")];
    const caseOf = async (id: string) => (await store.versionsOf("Observation", id))[0]?.caseId ?? "";
    await mergePersons(operator, { personId: personA, intoId: personB, reason });
    const hiv = { code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "B20" }], text: "HIV" } };
    const label = (id: string) => ({ person_id: personB, case_id: id, label: "hiv", set_by: "test" });
    await store.superuser`insert into case_labels ${store.superuser(label(await caseOf("cl-hiv")))}`;
    await store.superuser`insert into hidden_cases ${store.superuser({ person_id: personB, case_id: await caseOf("cl-hidden") })}`;
    const lifted = observationOf("cl-lifted", "cl-a", hiv);
    await store.send(transaction(patientOf("cl-a", a), lifted));
    await store.superuser`update case_labels set lifted_at = now() where case_id = ${await caseOf("cl-lifted")}`;

    await unmergePerson(operator, { personId: personA, reason });
    await rereadDeliveries(operator, personA, feed);
    const seen = await openRecord(store.citizen(personA), {
      personId: personA,
      dataTypes: ["results"],
      action: "read",
      subject: "results",
      showHidden: false,
    });
    const rows = await seen.read(
      (sql) => sql<{ id: string }[]>`select source_id as id from entries where current order by 1`,
    );
    expect(rows.map((row) => row.id)).toEqual(["cl-hiv", "cl-lifted"]);
    const closed = await store.superuser`
      select l.case_id as id, l.lifted_at is null as active from case_labels l where l.person_id = ${personA} order by 2`;
    expect(closed).toEqual([
      { id: await caseOf("cl-lifted"), active: false },
      { id: await caseOf("cl-hiv"), active: true },
    ]);
  });
});

describe("what came while persons were one ends as if they never had been", () => {
  type Who = "a" | "b";
  type Step =
    | { do: "package"; of: Who; day: number; medicines: number }
    | { do: "put"; of: Who; value: number }
    | { do: "delete" };

  /** Two persons and a facility of their own; each step is a delivery, in this order. */
  async function world(code: string) {
    const facilityId = await store.addFacility(code);
    const numbers = { a: someNumber(), b: someNumber() };
    const hello = (of: Who) => store.send(transaction(patientOf(`p-${of}`, numbers[of])), { facilityId });
    await hello("a");
    await hello("b");
    const persons = {
      a: await store.personOfPatient("p-a", facilityId),
      b: await store.personOfPatient("p-b", facilityId),
    };
    let sent = 0;
    const take = async (step: Step) => {
      const at = { facilityId, now: new Date(Date.now() + ++sent) };
      if (step.do === "delete") return store.send(batch(deleteOf("Observation/x")), at);
      const { of } = step;
      const who = { SO_CCCD: numbers[of], MA_BN: `BN-${of}`, MA_THE_BHYT: "", GHI_CHU: `${sent}` };
      if (step.do === "put")
        return store.send(
          transaction(
            patientOf(`p-${of}`, numbers[of]),
            observationOf("x", `p-${of}`, { valueQuantity: { value: step.value } }),
          ),
          at,
        );
      const spec = { maCskcb: code, maLk: "UM", medicines: step.medicines, services: 0, results: 0, summary: who };
      return store.deliver(plausibleCase(spec), { preparedOn: `2026111${step.day}` }, at);
    };
    /** What each sees of their own, names and numbers of this world left out. */
    const shown = async () => {
      const rows = await store.superuser<{ line: string }[]>`
        select case when person_id = ${persons.a} then 'a ' else 'b ' end || resource_type || ' ' || (withdrawn_at is not null) || ' '
          || (resource - 'identifier' - 'serviceProvider')::text || ' ' || coalesce(source -> 'f' ->> 'GHI_CHU', '') as line
        from entries where facility_id = ${facilityId} and current and withdrawn_reason is distinct from 'moved' and resource_type <> 'Patient'`;
      const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|q-[0-9a-f]{40}/g;
      return rows.map(({ line }) => line.replace(ids, "…").replaceAll(code, "CODE")).sort();
    };
    const merge = () => mergePersons(operator, { personId: persons.a, intoId: persons.b, reason });
    const part = async () => {
      await unmergePerson(operator, { personId: persons.a, reason });
      expect(await rereadDeliveries(operator, persons.a, feed)).toBe(0);
    };
    return { take, shown, merge, part };
  }

  let worlds = 0;
  const code = () => `75${String(++worlds).padStart(3, "0")}`;
  async function apart(steps: Step[]): Promise<string[]> {
    const { take, shown } = await world(code());
    for (const step of steps) await take(step);
    return shown();
  }

  const told = (of: Who, day: number, medicines: number): Step => ({ do: "package", of, day, medicines });
  test.each<[string, Step[], Step[]]>([
    ["a package that replaces an earlier one", [told("a", 1, 3)], [told("a", 2, 1)]],
    ["a package that names the other", [told("a", 1, 3)], [told("b", 2, 2)]],
    ["a package back and forth", [], [told("a", 1, 2), told("b", 2, 3), told("a", 3, 1)]],
    ["an older package that comes late", [told("b", 2, 1)], [told("a", 1, 3)]],
    ["a withdrawal and nothing else", [{ do: "put", of: "a", value: 1 }], [{ do: "delete" }]],
    [
      "the same said of the other, in words already here",
      [{ do: "put", of: "a", value: 1 }],
      [{ do: "put", of: "b", value: 1 }],
    ],
    ["a withdrawal between", [{ do: "put", of: "a", value: 1 }], [{ do: "put", of: "b", value: 2 }, { do: "delete" }]],
  ])("%s", async (_name, before, meanwhile) => {
    const { take, shown, merge, part } = await world(code());
    for (const step of before) await take(step);
    await merge();
    for (const step of meanwhile) await take(step);
    await part();
    expect(await shown()).toEqual(await apart([...before, ...meanwhile]));
  });

  test("a delivery at the same time as the merge", async () => {
    const before: Step = { do: "put", of: "a", value: 1 };
    const racing: Step = { do: "put", of: "b", value: 2 };
    const expected = await apart([before, racing]);
    for (let turn = 0; turn < 6; turn++) {
      const { take, shown, merge, part } = await world(code());
      await take(before);
      const pause = new Promise((resolve) => setTimeout(resolve, turn * 4));
      await Promise.all([take(racing), pause.then(merge)]);
      await part();
      expect(await shown()).toEqual(expected);
    }
  });

  /** Holds back whatever writes to a table, until `meanwhile` has got as far as it can. */
  const holding = (table: "entry_lookup" | "feed_states", meanwhile: () => Promise<unknown>) =>
    store.superuser.begin(async (sql) => {
      await sql`lock table ${sql(table)} in exclusive mode`;
      await meanwhile();
    });
  const waiting = (n: number) =>
    expect
      .poll(async () => {
        const [row] = await store.superuser<{ n: number }[]>`
          select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        return row?.n;
      })
      .toBe(n);

  test.each(["entry_lookup", "feed_states"] as const)(
    "a delivery at the same time as the un-merge, as far as %s",
    async (table) => {
      const before: Step = { do: "put", of: "a", value: 1 };
      const racing: Step = { do: "put", of: "b", value: 2 };
      const { take, shown, merge, part } = await world(code());
      await take(before);
      await merge();
      const under = { way: [] as Promise<unknown>[] };
      await holding(table, async () => {
        under.way.push(take(racing));
        await waiting(1);
        under.way.push(part());
        await Promise.race([under.way[1], waiting(2)]);
      });
      await Promise.all(under.way);
      expect(await shown()).toEqual(await apart([before, racing]));
    },
  );

  test("a delivery that speaks of both at the same time as the un-merge waits for an operator", async () => {
    const facilityId = await store.addFacility("75901");
    const [a, b] = [someNumber(), someNumber()];
    const [cardA, cardB] = [`GD4${a}`, `GD4${b}`];
    const of = (id: string, number: string, own: string) =>
      store.send(transaction(patientOf(id, undefined, ids(cccd(number), card(own)))), { facilityId });
    await of("bo-a", a, cardA);
    await of("bo-b", b, cardB);
    const [personA, personB] = [
      await store.personOfPatient("bo-a", facilityId),
      await store.personOfPatient("bo-b", facilityId),
    ];
    await mergePersons(operator, { personId: personA, intoId: personB, reason });
    const both = transaction(
      patientOf("bo-x", undefined, ids(card(cardA), card(cardB))),
      observationOf("bo-o", "bo-x"),
    );
    const under = { way: [] as Promise<unknown>[] };
    await holding("entry_lookup", async () => {
      under.way.push(store.send(both, { facilityId }));
      await waiting(1);
      under.way.push(unmergePerson(operator, { personId: personA, reason }));
      await Promise.race([under.way[1], waiting(2)]);
    });
    await Promise.all(under.way);
    await rereadDeliveries(operator, personA, feed);
    expect([...(await shownTo(personA)), ...(await shownTo(personB))]).not.toContain("bo-o");
    const [kept] = await store.superuser`
      select state, person_id from quarantine_items where facility_id = ${facilityId}`;
    expect(kept).toMatchObject({ state: "waiting" });
  });

  test("a delivery that waited from before the merge and is sent again meanwhile", async () => {
    const facilityId = await store.addFacility("75900");
    const [a, b, cardB] = [someNumber(), someNumber(), `GD4${someNumber()}`];
    await store.send(transaction(patientOf("w-a", a)), { facilityId });
    await store.send(transaction(patientOf("w-b", b)), { facilityId });
    const persons = [await store.personOfPatient("w-a", facilityId), await store.personOfPatient("w-b", facilityId)];
    const waits = transaction(patientOf("w-x", undefined, ids(card(cardB))), observationOf("w-o", "w-x"));
    const early = { facilityId, now: new Date(Date.now() - 86_400_000) };
    expect((await store.send(waits, early)).state).toBe("quarantined");
    await mergePersons(operator, { personId: persons[0] ?? "", intoId: persons[1] ?? "", reason });
    // Its card is first told with A's number, then with B's: of both, while they are one.
    await store.send(transaction(patientOf("w-a", a, ids(cccd(a), card(cardB)))), { facilityId });
    expect((await store.send(waits, { facilityId })).state).toBe("accepted");
    await unmergePerson(operator, { personId: persons[0] ?? "", reason });
    const [listed] = await store.superuser`
      select count(*)::int as n from message_replays r join messages m on m.id = r.message_id where r.facility_id = ${facilityId} and m.received_at = ${early.now}`;
    expect(listed?.n).toBe(1);
  });
});
