import { describe, expect, test } from "vitest";
import { openRecord } from "#app/domain/access/open-record.ts";
import { decideAlike, decideCase } from "#app/domain/feeds/decide-case.ts";
import { replayAfterUnmerge } from "#app/domain/feeds/replay-after-unmerge.ts";
import { replayDecided } from "#app/domain/feeds/replay-message.ts";
import { mergePersons } from "#app/domain/persons/merge-persons.ts";
import { rereadDeliveries, unmergePerson } from "#app/domain/persons/unmerge-persons.ts";
import { newId } from "#app/shared/ids.ts";
import {
  CCCD,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2 });
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
      select m.reason, q.state from messages m join quarantine_items q on q.message_id = m.id where m.state = 'quarantined' and m.reason <> 'unknown-person'`;
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
