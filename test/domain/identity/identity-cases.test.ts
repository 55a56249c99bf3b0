import { describe, expect, test } from "vitest";
import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { answerIdentityCase, askAgain, decideIdentityCase } from "#app/domain/identity/decide-identity-case.ts";
import type { DecideIdentity } from "#app/domain/identity/help-input.ts";
import { openHelp } from "#app/domain/identity/internal/open-help.ts";
import { newSession, openSession } from "#app/domain/identity/internal/open-session.ts";
import { leaveWord } from "#app/domain/identity/leave-word.ts";
import { listOwnAccounts } from "#app/domain/identity/list-accounts.ts";
import { listIdentityCases } from "#app/domain/identity/list-identity-cases.ts";
import { readHelp } from "#app/domain/identity/read-help.ts";
import { readIdentityCase } from "#app/domain/identity/read-identity-case.ts";
import { confirmProposal, sendBackProposal } from "#app/domain/identity/settle-proposal.ts";
import { sweepExpired } from "#app/domain/identity/sweep-expired.ts";
import { unlinkAccount, unlinkOwnAccount } from "#app/domain/identity/unlink-account.ts";
import { newId } from "#app/shared/ids.ts";
import { identityOf, personIn, signInAs } from "#test/support/identities.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const digitalIds = { all: [], find: () => undefined };
const { superuser } = store;
const DAY = 86_400_000;

const context = (at = new Date()) => ({
  db: store.portal,
  keys: store.keys,
  digitalIds,
  now: () => at,
  requestId: "test",
  visitor: { device: "test", network: "test" },
});
const operator = (personId = newId()) => ({
  ...store.reader({ kind: "operator" as const, personId, assuranceLevel: 2, authenticatedAt: new Date() }),
  digitalIds,
});
const op = operator();

/** Signs in as a whole sign-in does: the person, or the cookie of the case. */
async function signIn(as: VerifiedIdentity, at?: Date): Promise<{ person?: string; help?: string }> {
  const who = await signInAs(store, as);
  if ("unclear" in who) return { help: await openHelp(context(at), as, who.unclear) };
  return { person: personIn(who) };
}

const caseOf = async (help: string | undefined) => {
  const view = await readHelp(context(), help);
  const { cases } = await listIdentityCases(op, { shown: "waiting", page: 1 });
  const id = cases.find((one) => one.reference === view?.reference)?.id ?? "";
  return { id, view };
};
const read = (id: string, by = op) => readIdentityCase(by, { id, person: undefined, reveal: false, digitalIds });
const decide = (id: string, input: Partial<DecideIdentity> & Pick<DecideIdentity, "kind">, by = op) =>
  decideIdentityCase(by, { id, personId: undefined, refusal: undefined, why: "đã xem thẻ", revision: 1, ...input });
const sessionOf = async (personId: string, as: VerifiedIdentity) => {
  const session = newSession();
  await store.portal.transaction({}, (tx) => openSession(tx, context(), session, personId, as));
  return session;
};
const settle = (how: typeof confirmProposal, by: ReturnType<typeof operator>, id: string, proposalId = "") =>
  how(by, { id, proposalId, why: "đã gọi lại" });
const openSessions = (as: string) => superuser`select from sessions where person_id = ${as} and ended_at is null`;

/** Somebody who is known, and an account with their number and another name. */
async function contradicting() {
  const known = identityOf(someNumber());
  const person = (await signIn(known)).person ?? "";
  const stranger = identityOf(known.personalNumber, { issuer: "https://other.example", name: "Trần Văn Hùng" });
  const { help } = await signIn(stranger);
  return { known, person, stranger, help, ...(await caseOf(help)) };
}

describe("a sign-in that names nobody", () => {
  test("has one case however often it comes, which says nothing of anybody else", async () => {
    const { stranger, view } = await contradicting();
    const again = await Promise.all([signIn(stranger), signIn(stranger)]);
    for (const { help } of again) expect((await readHelp(context(), help))?.reference).toBe(view?.reference);
    expect(view).toMatchObject({ state: "open", told: "not-matching", waiting: true });
    expect(view?.reference).toMatch(/^DN-\d\d-[2-9B-Z]{4}-[2-9B-Z]{2}$/);
    expect(JSON.stringify(view)).not.toMatch(/Lan|name|birth|sex|Hùng/);
  });

  test("is found by its own cookie alone, for an hour", async () => {
    const { help } = await contradicting();
    expect(await readHelp(context(), "A".repeat(43))).toBeUndefined();
    expect(await readHelp(context(), undefined)).toBeUndefined();
    expect(await readHelp(context(new Date(Date.now() + 61 * 60_000)), help)).toBeUndefined();
    const portal = store.db.raw("portal");
    expect(await portal`select from identity_cases`).toHaveLength(0);
  });

  test("takes a telephone number and words, sealed, which operators alone read", async () => {
    const { help, id } = await contradicting();
    await leaveWord(context(), help, { phone: "0912345678", words: "vừa đổi tên" });
    expect(await readHelp(context(), help)).toMatchObject({ phone: "•••••••678", words: "vừa đổi tên" });
    expect(await read(id)).toMatchObject({ phone: "0912345678", words: "vừa đổi tên", reachable: true });
    const [row] = await superuser<{ text: string }[]>`
      select row_to_json(c)::text || encode(contact, 'escape') || encode(words, 'escape') || encode(claims, 'escape') as text from identity_cases c where id = ${id}`;
    expect(row?.text).not.toMatch(/0912345678|vừa|Hùng|001900/);
  });

  test("is shown beside whose it may be, masked; the look stands in their log", async () => {
    const { id, person, known } = await contradicting();
    const view = await read(id);
    expect(view.claimed?.numbers).toEqual([
      { kind: "personal_number", value: `•••••••••${known.personalNumber?.slice(-3)}`, former: false },
    ]);
    expect(view.candidates).toMatchObject([
      { id: person, by: ["personal_number"], agreement: { name: "contradicts", birth: "agrees" }, linked: false },
    ]);
    const events = await superuser`select subject from access_events where person_id = ${person} and basis = 'duty'`;
    expect(events).toEqual([{ subject: "account-sorting" }]);
  });

  test("lapses after ninety days, and the worker erases what it said", async () => {
    const { help, id, stranger } = await contradicting();
    await superuser`update identity_cases set lapses_at = now() - interval '1 second' where id = ${id}`;
    expect(await readHelp(context(), help)).toMatchObject({ state: "lapsed", waiting: false });
    await expect(decide(id, { kind: "refuse", refusal: "not-confirmed" })).rejects.toMatchObject({
      code: "identity-decided",
    });
    await superuser`
      insert into client_failures (client_id, day, code, last_at) select 'swept', current_date - n, 'assertion-key', now() from unnest(array[1, 89, 92]) as n`;
    await sweepExpired({ db: store.db.connect("worker"), now: () => new Date() });
    const [row] = await superuser`select state, length(claims) as kept from identity_cases where id = ${id}`;
    expect(row).toEqual({ state: "lapsed", kept: 0 });
    expect(await superuser`select from client_failures where client_id = 'swept'`).toHaveLength(2);
    expect((await caseOf((await signIn(stranger)).help)).id).not.toBe(id);
  });
});

describe("an operator", () => {
  test("links: the next sign-in goes in, without a number too; one of two operators decides", async () => {
    const { id, person, stranger, help } = await contradicting();
    const answers = await Promise.allSettled([
      decide(id, { kind: "link", personId: person }),
      decide(id, { kind: "refuse", refusal: "not-confirmed" }, operator()),
    ]);
    expect(answers.filter((a) => a.status === "fulfilled")).toHaveLength(1);
    const linked = answers[0]?.status === "fulfilled";
    expect((await readHelp(context(), help))?.state).toBe(linked ? "linked" : "refused");
    if (!linked) return;
    await decide(id, { kind: "link", personId: person });
    expect((await signIn(stranger)).person).toBe(person);
    expect((await signIn({ ...stranger, personalNumber: undefined })).person).toBe(person);
    expect(
      await superuser`select kind, code from sign_in_history where person_id = ${person} and kind = 'linked' order by occurred_at`,
    ).toEqual([{ kind: "linked", code: "operator" }]);
  });

  test("refuses: the next sign-in says why, until the digital ID says something else or it is asked anew", async () => {
    const { id, stranger, view } = await contradicting();
    await decide(id, { kind: "refuse", refusal: "provider-data" });
    await decide(id, { kind: "refuse", refusal: "provider-data" });
    const again = await readHelp(context(), (await signIn(stranger)).help);
    expect(again).toMatchObject({ reference: view?.reference, state: "refused", refusal: "provider-data" });
    const corrected = await caseOf((await signIn({ ...stranger, name: "Trần Văn Hải" })).help);
    expect(corrected.view).toMatchObject({ state: "open" });
    expect(corrected.id).not.toBe(id);
    await decide(corrected.id, { kind: "refuse", refusal: "not-confirmed" });
    await askAgain(op, { id: corrected.id });
    expect((await caseOf((await signIn({ ...stranger, name: "Trần Văn Hải" })).help)).view?.state).toBe("open");
  });

  test("decides nothing in a session left alone: who it is must have been proved within the hour", async () => {
    const { id } = await contradicting();
    const stale = { ...op, actor: { ...op.actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) } };
    await expect(decide(id, { kind: "create" }, stale)).rejects.toMatchObject({ code: "step-up-needed" });
    expect((await read(id)).state).toBe("open");
  });

  test("decides nothing about themself: not to whom, nor whose number, nor whose account it was", async () => {
    const own = { code: "own-identity" };
    const { id, person, known } = await contradicting();
    const me = operator(person);
    await expect(decide(id, { kind: "create" }, me)).rejects.toMatchObject(own);
    const nameless = await caseOf((await signIn(identityOf(undefined))).help);
    await expect(decide(nameless.id, { kind: "link", personId: person }, me)).rejects.toMatchObject(own);
    const other = (await signIn(identityOf(someNumber()))).person ?? "";
    const changed = await caseOf((await signIn({ ...known, personalNumber: someNumber() })).help);
    await expect(decide(changed.id, { kind: "replace", personId: other }, me)).rejects.toMatchObject(own);
    expect((await read(id)).state).toBe("open");
    const acts = await superuser`
      select act from acts where about_id = any(${[id, nameless.id, changed.id]}) and act like 'identity-case.own%'`;
    expect(acts).toHaveLength(3);
    await decide(nameless.id, { kind: "replace", personId: person });
  });

  test("answers without deciding, and the person's word brings it back to the queue", async () => {
    const { id, help } = await contradicting();
    await answerIdentityCase(op, { id, answer: "come-with-card", revision: 1 });
    expect(await readHelp(context(), help)).toMatchObject({ state: "answered", answer: "come-with-card" });
    await leaveWord(context(), help, { phone: "0912345678", words: "" });
    expect(await readHelp(context(), help)).toMatchObject({ state: "open", answer: undefined });
  });

  test("does not decide about what the digital ID no longer says", async () => {
    const { id, person, stranger } = await contradicting();
    await signIn({ ...stranger, name: "Lê Văn Tám" });
    await expect(decide(id, { kind: "link", personId: person })).rejects.toMatchObject({ code: "identity-changed" });
    await decide(id, { kind: "link", personId: person, revision: 2 });
  });

  test("says it is somebody new: they get a person of their own, and the number stays where it was", async () => {
    const { id, person, stranger, known } = await contradicting();
    await decide(id, { kind: "create" });
    const { person: other } = await signIn(stranger);
    expect(other).not.toBe(person);
    expect((await signIn(known)).person).toBe(person);
    expect(
      await superuser`select from identifiers where person_id = ${other ?? ""} and kind = 'personal_number'`,
    ).toEqual([]);
    // Settled with this number alone: with another one it is asked about again.
    expect((await signIn({ ...stranger, personalNumber: someNumber() })).person).toBe(other);
  });

  test("replaces an account of the same digital ID: its sessions end at once, and it may not come back by itself", async () => {
    const first = identityOf(someNumber());
    const person = (await signIn(first)).person ?? "";
    await sessionOf(person, first);
    const second = identityOf(first.personalNumber);
    const { id } = await caseOf((await signIn(second)).help);
    expect((await read(id)).candidates).toMatchObject([{ id: person, replaces: true }]);
    await expect(decide(id, { kind: "link", personId: person })).rejects.toMatchObject({ code: "account-exists" });
    await decide(id, { kind: "replace", personId: person });
    expect(await openSessions(person)).toHaveLength(0);
    expect((await signIn(second)).person).toBe(person);
    expect((await caseOf((await signIn(first)).help)).view?.told).toBe("not-matching");
  });

  test("records a re-issued number: the same account is in again", async () => {
    const first = identityOf(someNumber());
    const person = (await signIn(first)).person ?? "";
    const reissued = { ...first, personalNumber: someNumber() };
    const { id, view } = await caseOf((await signIn(reissued)).help);
    expect(view?.told).toBe("number-changed");
    expect((await read(id)).candidates).toMatchObject([{ id: person, linked: true, reissue: true }]);
    await decide(id, { kind: "reissue", personId: person });
    expect((await signIn(reissued)).person).toBe(person);
    const elsewhere = identityOf(reissued.personalNumber, { issuer: "https://other.example" });
    expect((await signIn(elsewhere)).person).toBe(person);
  });

  test("moves an account that led to the wrong person: out there at once, in here next time", async () => {
    const [first, other] = [identityOf(someNumber()), identityOf(someNumber())];
    const [wrong, right] = [(await signIn(first)).person ?? "", (await signIn(other)).person ?? ""];
    await sessionOf(wrong, first);
    const moved = { ...first, personalNumber: other.personalNumber };
    const { id } = await caseOf((await signIn(moved)).help);
    await decide(id, { kind: "replace", personId: right });
    expect(await openSessions(wrong)).toHaveLength(0);
    expect((await signIn(moved)).person).toBe(right);
  });

  test("undoes a link: its sessions end at once, and its next sign-in waits", async () => {
    const as = identityOf(someNumber());
    const person = (await signIn(as)).person ?? "";
    await sessionOf(person, as);
    const [account] = await superuser<{ id: string }[]>`select id from linked_accounts where person_id = ${person}`;
    const input = { accountId: account?.id ?? "", digitalIds };
    await Promise.all([unlinkAccount(op, input), unlinkAccount(operator(), input), signIn(as)]);
    expect(await openSessions(person)).toHaveLength(0);
    expect(
      await superuser`select from acts where act = 'account.unlinked' and about_id = ${input.accountId}`,
    ).toHaveLength(1);
    expect((await caseOf((await signIn(as)).help)).view?.told).toBe("not-matching");
  });
});

describe("a link by hand, to somebody only an operator names", () => {
  /** An account that names nobody, and a proposal to link it to somebody else's book. */
  async function proposed() {
    const person = (await signIn(identityOf(someNumber()))).person ?? "";
    const nameless = identityOf(undefined);
    const { help } = await signIn(nameless);
    const { id } = await caseOf(help);
    await decide(id, { kind: "replace", personId: person, why: "đã xem thẻ tại trạm" });
    const proposalId = (await read(id)).proposal?.id ?? "";
    return { person, nameless, id, proposalId };
  }
  const linkedTo = (person: string, id: string) =>
    superuser`select from acts where act = 'identity-case.decided' and about_id = ${id} and exists (
      select from linked_accounts where person_id = ${person} and linked_by = 'operator' and ended_at is null)`;

  test("opens nothing until a second operator has read the reasons and confirmed; pressed again nothing happens", async () => {
    const { person, nameless, id, proposalId } = await proposed();
    await decide(id, { kind: "replace", personId: person });
    expect((await signIn(nameless)).help).toBeDefined();
    expect(await read(id)).toMatchObject({ state: "open", proposed: true, proposal: { mine: true } });
    const second = operator();
    expect(await read(id, second)).toMatchObject({
      proposal: { personId: person, kind: "replace", why: "đã xem thẻ tại trạm", mine: false },
      candidates: [{ id: person, by: ["operator"], second: true }],
      reasons: [{ step: "proposed", why: "đã xem thẻ tại trạm", mine: false }],
    });
    await settle(confirmProposal, second, id, proposalId);
    await settle(confirmProposal, second, id, proposalId);
    expect((await signIn(nameless)).person).toBe(person);
    expect(await linkedTo(person, id)).toHaveLength(1);
    expect((await read(id)).reasons).toMatchObject([
      { step: "linked", why: "đã gọi lại" },
      { step: "proposed", mine: true },
    ]);
  });

  test("is not confirmed by who proposed it, under another of their records neither, nor by whom it is about", async () => {
    const { person, id, proposalId } = await proposed();
    await expect(settle(confirmProposal, op, id, proposalId)).rejects.toMatchObject({ code: "own-proposal" });
    const stale = { ...operator(), actor: { ...op.actor, personId: newId(), authenticatedAt: new Date(0) } };
    await expect(settle(confirmProposal, stale, id, proposalId)).rejects.toMatchObject({ code: "step-up-needed" });
    for (const how of [confirmProposal, sendBackProposal])
      await expect(settle(how, operator(person), id, proposalId)).rejects.toMatchObject({ code: "own-identity" });
    const [one, other] = [await signIn(identityOf(someNumber())), await signIn(identityOf(someNumber()))];
    await superuser`update identity_proposals set proposed_by = ${one.person ?? ""} where id = ${proposalId}`;
    await superuser`update persons set merged_into = ${one.person ?? ""} where id = ${other.person ?? ""}`;
    await expect(settle(confirmProposal, operator(other.person), id, proposalId)).rejects.toMatchObject({
      code: "own-proposal",
    });
    expect((await read(id)).state).toBe("open");
  });

  test("is confirmed by one of two at once, or sent back by one; whoever comes late is told", async () => {
    const { person, id, proposalId } = await proposed();
    const both = await Promise.allSettled([
      settle(confirmProposal, operator(), id, proposalId),
      settle(confirmProposal, operator(), id, proposalId),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await linkedTo(person, id)).toHaveLength(1);
    const again = await proposed();
    const split = await Promise.allSettled([
      settle(confirmProposal, operator(), again.id, again.proposalId),
      settle(sendBackProposal, operator(), again.id, again.proposalId),
    ]);
    expect(split.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(split.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "identity-decided" } });
  });

  test("waits alone: nothing else is decided meanwhile; sent back, the case waits as before", async () => {
    const { person, id, proposalId } = await proposed();
    const other = operator();
    for (const input of [
      { kind: "refuse", refusal: "not-confirmed" },
      { kind: "create" },
      { kind: "link", personId: person },
    ] as const)
      await expect(decide(id, input, other)).rejects.toMatchObject({ code: "identity-proposed" });
    await settle(sendBackProposal, other, id, proposalId);
    await settle(sendBackProposal, other, id, proposalId);
    await expect(settle(confirmProposal, operator(), id, proposalId)).rejects.toMatchObject({
      code: "identity-decided",
    });
    expect(await read(id)).toMatchObject({ state: "open", proposal: undefined, reasons: [{ step: "sent-back" }, {}] });
    await decide(id, { kind: "replace", personId: person }, other);
    const [withdrawn] = [(await read(id)).proposal];
    await settle(sendBackProposal, other, id, withdrawn?.id);
    await decide(id, { kind: "refuse", refusal: "not-confirmed" }, other);
    expect((await read(id)).reasons.map((one) => one.step)).toEqual([
      "refused",
      "withdrawn",
      "proposed",
      "sent-back",
      "proposed",
    ]);
  });

  test("is void once the digital ID says something else", async () => {
    const { person, nameless, id, proposalId } = await proposed();
    await signIn({ ...nameless, name: "Lê Văn Tám" });
    expect(await read(id)).toMatchObject({ proposed: false, proposal: undefined });
    await expect(settle(confirmProposal, operator(), id, proposalId)).rejects.toMatchObject({
      code: "identity-changed",
    });
    await decide(id, { kind: "link", personId: person, revision: 2 }).catch(() => undefined);
    expect((await read(id)).reasons.map((one) => one.step)).toContain("overtaken");
  });

  test("stands in the database too: nobody confirms their own, nothing ended is opened again", async () => {
    const { id, proposalId } = await proposed();
    const asOperator = (outcome: string, by: string) =>
      store.portal.transaction(
        { "app.duty": "operator" },
        (tx) =>
          tx.sql`update identity_proposals set outcome = ${outcome}, ended_by = ${by}, ended_at = now() where id = ${proposalId}`,
      );
    await expect(asOperator("confirmed", op.actor.personId)).rejects.toThrow(/identity_proposals_two/);
    await settle(sendBackProposal, operator(), id, proposalId);
    expect((await asOperator("confirmed", newId())).count).toBe(0);
    expect(await store.db.raw("portal")`select from identity_proposals`).toHaveLength(0);
  });

  test("the reasons of a refusal are read again in the case that follows it", async () => {
    const stranger = identityOf(undefined);
    const first = await caseOf((await signIn(stranger)).help);
    await decide(first.id, { kind: "refuse", refusal: "not-confirmed", why: "gọi hai lần, không ai nghe" });
    await askAgain(op, { id: first.id });
    const next = await caseOf((await signIn(stranger)).help);
    expect(next.id).not.toBe(first.id);
    expect((await read(next.id, operator())).reasons).toMatchObject([
      {
        step: "refused",
        refusal: "not-confirmed",
        why: "gọi hai lần, không ai nghe",
        reference: first.view?.reference,
      },
    ]);
  });
});

test("a person removes an account that is not the one in use, and its sessions with it", async () => {
  const first = identityOf(someNumber());
  const person = (await signIn(first)).person ?? "";
  const second = identityOf(first.personalNumber, { issuer: "https://other.example" });
  await signIn(second);
  const [here] = [await sessionOf(person, first), await sessionOf(person, second)];
  const own = store.reader<Extract<Actor, { kind: "citizen" }>>({
    kind: "citizen",
    personId: person,
    assuranceLevel: 2,
    authenticatedAt: new Date(),
  });
  const accounts = await listOwnAccounts(own, { digitalIds, sessionId: here.id });
  expect(accounts).toMatchObject([
    { current: true, added: false },
    { current: false, added: true },
  ]);
  const [used, other] = accounts.map((account) => account.id);
  const remove = (accountId = "", by = own) => unlinkOwnAccount(by, { accountId, sessionId: here.id, digitalIds });
  await expect(remove(used)).rejects.toMatchObject({ code: "account-in-use" });
  const stranger = { ...own, actor: { ...own.actor, personId: newId() } };
  await expect(remove(other, stranger)).rejects.toMatchObject({ code: "no-such-account" });
  const stale = { ...own, actor: { ...own.actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) } };
  await expect(remove(other, stale)).rejects.toMatchObject({ code: "step-up-needed" });
  const low = { ...own, actor: { ...own.actor, assuranceLevel: 1 as const } };
  await expect(remove(other, low)).rejects.toMatchObject({ code: "level-too-low" });
  await remove(other);
  await remove(other);
  expect(await openSessions(person)).toHaveLength(1);
  expect(await signIn(second)).toHaveProperty("help");
});

test("deadlines are ten days off, and what is late is said so", async () => {
  const as = identityOf(undefined);
  await signIn(as, new Date(Date.now() - 11 * DAY));
  const { cases, late } = await listIdentityCases(op, { shown: "waiting", page: 1 });
  expect(late).toBe(1);
  expect(cases[0]).toMatchObject({ reason: "no-number", late: true });
});
