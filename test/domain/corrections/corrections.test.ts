import { describe, expect, test } from "vitest";
import { acknowledgeCorrection } from "#app/domain/corrections/acknowledge-correction.ts";
import { decideCorrection } from "#app/domain/corrections/decide-correction.ts";
import { escalateCorrection } from "#app/domain/corrections/escalate-correction.ts";
import { escalateOverdue } from "#app/domain/corrections/escalate-overdue.ts";
import { extendCorrection } from "#app/domain/corrections/extend-correction.ts";
import { sendCorrectionInput } from "#app/domain/corrections/input.ts";
import { listCorrections } from "#app/domain/corrections/list-corrections.ts";
import { listGhostVisits } from "#app/domain/corrections/list-ghost-visits.ts";
import { listInbox } from "#app/domain/corrections/list-inbox.ts";
import { readCorrection } from "#app/domain/corrections/read-correction.ts";
import { readInboxCorrection } from "#app/domain/corrections/read-inbox-correction.ts";
import { readOversight } from "#app/domain/corrections/read-oversight.ts";
import { sendCorrection } from "#app/domain/corrections/send-correction.ts";
import { takeOverCorrection } from "#app/domain/corrections/take-over-correction.ts";
import { withdrawCorrection } from "#app/domain/corrections/withdraw-correction.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { newId } from "#app/shared/ids.ts";
import { correctionStore } from "#test/support/corrections.ts";

const store = await correctionStore();
const { superuser, citizen, staff, send, input, stateOf, department, facilityId, elsewhere } = store;
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });
const clerk = staff("clerk");
const officer = staff("clerk", department);
const worker = store.db.connect("worker");
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000);
const withdraw = (reference: string) => withdrawCorrection(citizen, { reference });
const resultNote = async () =>
  (await readSection(citizen, { section: "results", page: 1, showHidden: false })).items[0]?.reported;

describe("sending", () => {
  test("the same form at the same time makes one report; the same thing again leads to it", async () => {
    const form = input();
    const sent = await Promise.all([
      sendCorrection(citizen, form),
      sendCorrection(citizen, form),
      sendCorrection(citizen, form),
    ]);
    expect(new Set(sent.map((s) => ("reference" in s ? s.reference : "none"))).size).toBe(1);
    expect(sent.filter((s) => "known" in s && !s.known)).toHaveLength(1);
    const [first] = sent;
    expect(await sendCorrection(citizen, input())).toEqual({ ...first, known: true });
    const reference = (first as { reference: string }).reference;
    expect(await resultNote()).toEqual({ reference, kind: "wrong", state: "open" });
    expect(await withdraw(reference)).toEqual({ done: true });
    expect(await withdraw(reference)).toEqual({ changed: true });
    expect(await resultNote()).toBeUndefined();
  });

  test("what is not in the book is not found; another person's report neither", async () => {
    await expect(sendCorrection(citizen, input({ entryId: newId() }))).rejects.toMatchObject({ kind: "not-found" });
    const reference = await send();
    const other = store.reader({
      kind: "citizen",
      personId: (
        await superuser`insert into persons (id, demographics_source) values (${newId()}, 'test') returning id`
      )[0]?.id,
      assuranceLevel: 2,
      authenticatedAt: new Date(),
    });
    await expect(readCorrection(other, { reference })).rejects.toMatchObject({ kind: "not-found" });
    await expect(withdrawCorrection(other, { reference })).rejects.toMatchObject({ kind: "not-found" });
    await withdraw(reference);
  });

  test("a form made for another book, open in another tab by now, sends nothing", async () => {
    const form = input({ kind: "missing", entryId: undefined, bookId: newId(), idempotencyKey: newId() });
    expect(await sendCorrection(citizen, form)).toEqual({ errors: { "": ["other-book"] } });
  });

  test("ten may be open, also when many are sent at once", async () => {
    const missing = () => input({ kind: "missing", entryId: undefined, idempotencyKey: newId() });
    const sent = await Promise.all(Array.from({ length: 13 }, () => sendCorrection(citizen, missing())));
    expect(sent.filter((s) => "errors" in s)).toHaveLength(3);
    for (const one of sent) if ("reference" in one) await withdraw(one.reference);
  });

  test("a helper who only looks sends nothing; one who acts is named", async () => {
    const helper = (scope: "see" | "act") =>
      store.reader({
        kind: "proxy",
        personId: newId(),
        assuranceLevel: 2,
        authenticatedAt: new Date(),
        represented: { personId: store.personId, scope, legalKind: "guardian", endsAt: new Date(Date.now() + 1e9) },
      });
    await expect(sendCorrection(helper("see"), input())).rejects.toMatchObject({ code: "proxy-scope" });
    const sent = await sendCorrection(helper("act"), input());
    const { view } = await readCorrection(citizen, { reference: "reference" in sent ? sent.reference : "" });
    expect(view.events).toMatchObject([{ what: "sent", by: "proxy", words: "Đo sai" }]);
    await withdraw(view.reference);
  });

  test("a form must say something, and at most so much", () => {
    const wrong = (more: object) =>
      sendCorrectionInput.safeParse({ ...input(), ...more }).error?.issues.map((i) => [i.path[0], i.message]);
    expect(wrong({ words: " " })).toEqual([["words", "required"]]);
    expect(wrong({ words: "a".repeat(2001) })).toEqual([["words", "too-long"]]);
    expect(wrong({ kind: "not-mine", words: "" })).toEqual([["words", "tick-or-write"]]);
    expect(wrong({ entryId: "" })).toEqual([["kind", "needs-item"]]);
    expect(wrong({ kind: "not-mine", words: "", circumstances: ["card-lost"] })).toBeUndefined();
  });
});

describe("answering", () => {
  test("from receipt to refusal, with the reason; then the department, whose answer stands", async () => {
    const reference = await send();
    expect((await listInbox(clerk, { page: 1 })).corrections.map((c) => c.reference)).toContain(reference);
    const opened = await readInboxCorrection(clerk, { reference });
    expect(opened.view.detail?.events[0]?.words).toBe("Đo sai");
    expect(await acknowledgeCorrection(clerk, { reference })).toEqual({ done: true });
    expect(await acknowledgeCorrection(clerk, { reference })).toEqual({ changed: true });
    expect(await escalateCorrection(citizen, { reference, words: "" })).toEqual({ changed: true });
    expect(await decideCorrection(clerk, { reference, outcome: "refused", words: "Máy đúng" })).toEqual({ done: true });
    expect(await withdraw(reference)).toEqual({ changed: true });
    const { view } = await readCorrection(citizen, { reference });
    expect([view.state, view.may, view.events.at(-1)?.words]).toEqual([
      "refused",
      { withdraw: false, escalate: true },
      "Máy đúng",
    ]);
    expect(await resultNote()).toBeUndefined();
    expect(await escalateCorrection(citizen, { reference, words: "Xin xem lại" })).toEqual({ done: true });
    expect(await decideCorrection(clerk, { reference, outcome: "corrected", words: "x" })).toEqual({ changed: true });
    expect((await readInboxCorrection(officer, { reference })).view.may.decide).toBe(true);
    expect(await decideCorrection(officer, { reference, outcome: "refused", words: "Đúng" })).toEqual({ done: true });
    expect(await escalateCorrection(citizen, { reference, words: "" })).toEqual({ changed: true });
  });

  test("two clerks and a withdrawal at once: one of them wins, and the history says which", async () => {
    for (let i = 0; i < 4; i++) {
      const reference = await send();
      const all = await Promise.all([
        decideCorrection(clerk, { reference, outcome: "refused", words: "a" }),
        decideCorrection(staff("clinician"), { reference, outcome: "partly", words: "b" }),
        withdraw(reference),
      ]);
      expect(all.filter((one) => "done" in one)).toHaveLength(1);
      const { view } = await readCorrection(citizen, { reference });
      expect(view.events.map((e) => e.what)).toEqual(["sent", view.state]);
    }
  });

  test("corrected: the item says so until a newer version has come", async () => {
    const reference = await send();
    await decideCorrection(clerk, { reference, outcome: "corrected", words: "Sẽ gửi lại" });
    expect(await resultNote()).toEqual({ reference, kind: "wrong", state: "corrected" });
    await superuser`update entries set received_at = now() + interval '1 minute' where entry_id = ${store.result}`;
    expect(await resultNote()).toBeUndefined();
    await superuser`update entries set received_at = now() - interval '1 year' where entry_id = ${store.result}`;
    await superuser`update correction_inbox set state = 'refused' where reference = ${reference}`;
  });

  test("one extension, before the deadline", async () => {
    const reference = await send();
    const before = (await readCorrection(citizen, { reference })).view.decideBy;
    expect(await extendCorrection(clerk, { reference, words: "Chờ khoa" })).toEqual({ done: true });
    expect(await extendCorrection(clerk, { reference, words: "Chờ nữa" })).toEqual({ changed: true });
    expect((await readCorrection(citizen, { reference })).view.decideBy > before).toBe(true);
    await withdraw(reference);
    const late = await send({}, daysAgo(20));
    expect(await extendCorrection(clerk, { reference: late, words: "x" })).toEqual({ changed: true });
    await withdraw(late);
  });

  test("another facility's staff find nothing, and change nothing", async () => {
    const reference = await send();
    const stranger = staff("clinician", elsewhere);
    await expect(readInboxCorrection(stranger, { reference })).rejects.toMatchObject({ kind: "not-found" });
    await expect(acknowledgeCorrection(stranger, { reference })).rejects.toMatchObject({ kind: "not-found" });
    expect((await listInbox(stranger, { page: 1 })).corrections).toEqual([]);
    expect(await stateOf(reference)).toBe("sent");
    await withdraw(reference);
  });

  test("a protected case is for clinicians: a clerk reads no word of it and cannot answer", async () => {
    const reference = await send();
    await superuser`insert into case_labels (person_id, case_id, label, set_by) values (${store.personId}, ${store.caseIds[0] ?? ""}, 'hiv', 'test')`;
    const seen = await readInboxCorrection(clerk, { reference });
    expect([seen.view.closed, seen.view.detail, seen.item]).toEqual(["protected", undefined, undefined]);
    await expect(decideCorrection(clerk, { reference, outcome: "refused", words: "x" })).rejects.toMatchObject({
      code: "needs-clinician",
    });
    expect((await readInboxCorrection(staff("clinician"), { reference })).view.closed).toBeUndefined();
    await superuser`update case_labels set lifted_at = now() where person_id = ${store.personId}`;
    await withdraw(reference);
  });

  test("the person's log says who opened it", async () => {
    const reference = await send();
    await readInboxCorrection(clerk, { reference });
    const [row] = await superuser`
      select basis, purpose, sections, actor_facility_id as facility from access_events where subject = 'correction-opened' order by occurred_at desc limit 1`;
    expect(row).toMatchObject({ basis: "author", purpose: "PATADMIN", sections: [], facility: facilityId });
    await withdraw(reference);
  });
});

describe("the clock", () => {
  test("past the deadline a report is overdue, past the days of grace the department's; doing it again changes nothing", async () => {
    const [fresh, overdue, old] = [
      await send({}, new Date()),
      await send({ kind: "missing", entryId: undefined, facilityId }, daysAgo(13)),
      await send({ kind: "missing", entryId: undefined, facilityId }, daysAgo(40)),
    ];
    await superuser`update correction_inbox set decide_by = now() - interval '1 minute' where reference = ${overdue}`;
    await Promise.all([
      escalateOverdue({ db: worker, now: () => new Date() }),
      escalateOverdue({ db: worker, now: () => new Date() }),
    ]);
    expect([await stateOf(fresh), await stateOf(overdue), await stateOf(old)]).toEqual([
      "sent",
      "overdue",
      "escalated",
    ]);
    expect(await escalateOverdue({ db: worker, now: () => new Date() })).toEqual({ overdue: 0, escalated: 0 });
    const { view } = await readCorrection(citizen, { reference: old });
    expect(view.events.map((e) => [e.what, e.by])).toEqual([
      ["sent", "citizen"],
      ["overdue", "job"],
      ["escalated", "job"],
    ]);
    expect(view.withDepartment).toBe(true);
    const oversight = await readOversight(operator);
    expect(oversight.corrections.find((c) => c.reference === overdue)?.mayEscalate).toBe(true);
    expect(await takeOverCorrection(operator, { reference: overdue })).toEqual({ done: true });
    expect(await takeOverCorrection(operator, { reference: overdue })).toEqual({ changed: true });
    expect(await takeOverCorrection(operator, { reference: fresh })).toEqual({ changed: true });
    for (const one of [fresh, overdue, old]) expect(await withdraw(one)).toEqual({ done: true });
  });
});

test("the insurer is told of ghost visits alone whose person asked for it, and it is recorded", async () => {
  const ghost = { kind: "not-mine" as const, entryId: store.visit, words: "Bí mật" };
  const silent = await send({ ...ghost });
  expect(await listGhostVisits(operator)).not.toContain(silent);
  await withdraw(silent);
  const told = await send({ ...ghost, tellInsurer: true });
  const csv = await listGhostVisits(operator);
  expect(csv).toMatch(new RegExp(`${told},99001,`));
  expect(csv).not.toContain("Bí mật");
  const [row] = await superuser<
    { n: number }[]
  >`select count(*)::int as n from acts where act = 'corrections.exported'`;
  expect(row?.n).toBe(2);
  expect((await listCorrections(citizen)).corrections[0]?.reference).toBe(told);
});

test("no word of a report is kept in clear", async () => {
  const [row] = await superuser<{ n: number }[]>`
    select count(*)::int as n from correction_events where encode(note, 'escape') like '%sai%'`;
  expect(row?.n).toBe(0);
});
