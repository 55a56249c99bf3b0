import { describe, expect, test } from "vitest";
import type { LegalKind, ProxyScope, Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { downloadCopy } from "#app/domain/health-book/copies/download-copy.ts";
import { endCopy } from "#app/domain/health-book/copies/end-copy.ts";
import { orderCopy } from "#app/domain/health-book/copies/order-copy.ts";
import { readCopy } from "#app/domain/health-book/copies/read-copy.ts";
import { tendCopies } from "#app/domain/health-book/copies/tend-copies.ts";
import { type CopyWriter, writeCopy } from "#app/domain/health-book/copies/write-copy.ts";
import { pdfOfDocument } from "#app/print/document.tsx";
import { newId } from "#app/shared/ids.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { observationOf, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";
import { insertEvent } from "#test/support/seed-record.ts";
import { site } from "../../../ui/preview/site.ts";

const store = await recordStore();
const worker = store.db.connect("worker");
const { superuser, keys } = store;

const NAME = "Nguyễn Thị Ngọc Ánh";
const number = someNumber();
await store.send(
  transaction(
    patientOf("p", number, { name: [{ text: NAME }], birthDate: "1961-05-04", gender: "female" }),
    observationOf("o", "p", {
      code: { text: "Định lượng đường huyết lúc đói" },
      valueQuantity: { value: 7.9, unit: "mmol/L" },
    }),
    {
      resourceType: "AllergyIntolerance",
      id: "a",
      patient: { reference: "Patient/p" },
      code: { text: "Dị ứng thuốc kháng sinh Ceftriaxon" },
      clinicalStatus: { coding: [{ code: "active" }] },
    },
  ),
);
const personId = await store.personOfPatient("p");

const small = async () => new TextEncoder().encode("%PDF-small");
const onPaper: CopyWriter["print"] = (book, { language, onPart }) =>
  pdfOfDocument({ config: { site }, language, now: () => new Date() }, { kind: "book", book }, onPart);
const writer = (changes: Partial<CopyWriter> = {}): CopyWriter => ({
  db: worker,
  keys,
  now: () => new Date(),
  print: small,
  beatMs: 15,
  ...changes,
});

const self = (id = personId) => store.citizen(id) as Ctx<Reader>;
const at = <C extends Ctx<Reader>>(ctx: C, ms: number): C => ({ ...ctx, now: () => new Date(Date.now() + ms) });

async function order(ctx: Ctx<Reader>, { id = newId(), sessionId = newId() } = {}): Promise<string> {
  await orderCopy(ctx, { id, sessionId, language: "vi" });
  return id;
}

/** Jobs that wait to be done, by what they are given. */
const jobs = (id: string) =>
  superuser<{ payload: object }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'write-copy' and payload ->> 'copyId' = ${id}`;
const partsOf = async (id: string) =>
  (await superuser<{ sealed: Buffer }[]>`select sealed from book_copy_parts where copy_id = ${id} order by part`).map(
    ({ sealed }) => sealed,
  );
const stateOf = async (ctx: Ctx<Reader>) => {
  const copy = await readCopy(ctx);
  return copy?.failure ?? copy?.state;
};
const refusal = (asked: Promise<unknown>) => asked.then(() => "given").catch((error) => error.code ?? error.message);

async function helper(scope: ProxyScope, legalKind: LegalKind = "guardian") {
  const helperId = await store.personOf(someNumber());
  const [sessionId, endsAt] = [newId(), new Date(Date.now() + 3_600_000)];
  await superuser`
    insert into proxies (person_id, id, helper_id, legal_kind, scope, state, starts_at, ends_at)
    values (${personId}, ${newId()}, ${helperId}, ${legalKind}, ${scope}, 'active', now() - interval '1 day', ${endsAt})`;
  await superuser`
    insert into sessions (id_hash, id, person_id, acting_for, provider, issuer, subject_hash, display_name, assurance_level, authenticated_at, ends_at, device, network)
    values (${Buffer.from(sessionId)}, ${sessionId}, ${helperId}, ${personId}, 'p', 'i', '', '', 3, now(), ${endsAt}, 'd', 'n')`;
  const represented = { personId, scope, legalKind, endsAt };
  const actor = {
    kind: "proxy",
    personId: helperId,
    assuranceLevel: 3,
    authenticatedAt: new Date(),
    represented,
  } as const;
  return { sessionId, helperId, ctx: store.reader<Reader>(actor) };
}

describe("a whole book on paper", () => {
  test("is ordered, made under an event of its own, kept sealed, and read back whole by who ordered it", async () => {
    const id = await order(self());
    expect(await jobs(id)).toEqual([{ payload: { personId, copyId: id } }]);
    expect(await stateOf(self())).toBe("ordered");
    const seen: (object | undefined)[] = [];
    const print: CopyWriter["print"] = async (book, options) => {
      const made = await onPaper(book, options);
      await new Promise((resolve) => setTimeout(resolve, 60));
      seen.push((await readCopy(self()))?.parts);
      return made;
    };
    await writeCopy(writer({ print }), { personId, copyId: id });
    expect(seen).toEqual([{ done: 11, of: 12 }]);
    expect(await readCopy(self())).toMatchObject({ state: "ready", file: { entries: 2 } });

    const stored = Buffer.concat(await partsOf(id));
    expect([stored.includes("%PDF"), stored.includes(NAME)]).toEqual([false, false]);
    const { bytes } = await downloadCopy(self(), { id });
    const { pages, roles, title, tagged, outline } = await readPdf(bytes);
    const text = pages.join(" ");
    expect([title, tagged]).toEqual([`Sổ sức khỏe của ${NAME}`, true]);
    for (const words of [
      NAME,
      "Định lượng đường huyết lúc đói",
      "7,9",
      "Dị ứng thuốc kháng sinh Ceftriaxon",
      "BV 99001: 2 mục",
    ])
      expect(text).toContain(words);
    expect(text).toContain("Mục lục");
    expect(text).not.toContain("được hẹn gửi");
    expect(text).toContain(`Trang ${pages.length}/${pages.length}`);
    expect(pages[0]).toMatch(/Kết quả[^(]*\(1\) ?\d/);
    expect(roles.filter((role) => role === "TOCI")).toHaveLength(10);
    expect(outline).toHaveLength(10);
    const events = await superuser`
      select action, subject, actor_kind as who, actor_person_id = person_id as own from access_events where person_id = ${personId} order by occurred_at`;
    const event = (subject: string) => ({ action: "export", subject, who: "citizen", own: true });
    expect(events).toEqual([event("book-pdf"), event("book-pdf-made"), event("book-pdf")]);
  });

  test("ordered twice, at once or again, is one; a form sent again takes nothing back; a new one replaces it", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const [a, b] = await Promise.all([order(ctx), order(ctx)]);
    const first = (await readCopy(ctx))?.id ?? "";
    expect([...(await jobs(a)), ...(await jobs(b))]).toHaveLength(1);
    await order(ctx, { id: first });
    await Promise.all([1, 2].map(() => writeCopy(writer(), { personId: ctx.actor.personId, copyId: first })));
    expect(await partsOf(first)).toHaveLength(1);
    await order(ctx, { id: first });
    expect([await stateOf(ctx), (await partsOf(first)).length]).toEqual(["ready", 1]);
    const next = await order(ctx);
    expect([(await readCopy(ctx))?.id, await partsOf(first)]).toEqual([next, []]);
    await order(ctx, { id: first });
    expect((await readCopy(ctx))?.id).toBe(next);
  });

  test("is refused to a stale proof, to whom nothing is open, and beyond what a day holds", async () => {
    const stale = { ...self().actor, authenticatedAt: new Date(Date.now() - 3_600_000) } as Reader;
    expect(await refusal(order(store.reader(stale)))).toBe("step-up-needed");
    expect(await refusal(order((await helper("pay")).ctx))).toBe("proxy-scope");
    const ctx = self(await store.personOf(someNumber()));
    for (let i = 0; i < 10; i++) await endCopy(ctx, { id: await order(ctx) });
    expect(await refusal(order(ctx))).toBe("copies-too-many");
  });

  test("is nobody else's: not another person's, not a helper's, not the person's when a helper ordered it", async () => {
    const { ctx: helping, sessionId } = await helper("see");
    const mine = (await readCopy(self()))?.id ?? "";
    const theirs = await order(helping, { sessionId });
    await writeCopy(writer(), { personId, copyId: theirs });
    expect((await downloadCopy(helping, { id: theirs })).bytes.byteLength).toBe(10);
    const other = self(await store.personOf(someNumber()));
    for (const [ctx, id] of [
      [other, mine],
      [helping, mine],
      [self(), theirs],
    ] as const) {
      expect(await refusal(downloadCopy(ctx, { id }))).toBe("no-such-copy");
      await endCopy(ctx, { id });
    }
    expect((await partsOf(mine)).length + (await partsOf(theirs)).length).toBe(2);
    expect(await readCopy(other)).toBeUndefined();
    // A right that has become narrower since opens it no more.
    const narrow = {
      ...helping.actor,
      represented: { personId, scope: "pharmacy", legalKind: "guardian", endsAt: new Date(Date.now() + 9e5) },
    };
    expect(await refusal(downloadCopy(store.reader(narrow as Reader), { id: theirs }))).toBe("proxy-scope");
  });
});

describe("what stops it", () => {
  test.each([
    ["the person's lock", "locked"],
    ["a helper's sign-out", "signed-out"],
    ["the end of the proxy", "signed-out"],
  ])("%s, before it begins and while it is printed", async (what, why) => {
    const own = what === "the person's lock";
    const subject = own ? await store.personOf(someNumber()) : personId;
    const { ctx, sessionId, helperId } = own
      ? { ctx: self(subject), sessionId: newId(), helperId: "" }
      : await helper("see");
    const stop = async () => {
      if (own)
        await superuser`insert into access_locks (person_id, id, locked_by) values (${subject}, ${newId()}, 'self')`;
      else if (what === "a helper's sign-out")
        await superuser`update sessions set ended_at = now(), ended_why = 'x' where id = ${sessionId}`;
      else await superuser`update proxies set state = 'ended' where helper_id = ${helperId}`;
    };
    const copyId = await order(ctx, { sessionId });
    const print: CopyWriter["print"] = async (_book, { signal }) => {
      await stop();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      throw new Error("aborted");
    };
    await writeCopy(writer({ print }), { personId: subject, copyId });
    expect([await stateOf(ctx), await partsOf(copyId)]).toEqual([why, []]);
    if (own)
      await superuser`update access_locks set lifted_at = now(), lifted_by = 'self' where person_id = ${subject}`;
    else return;
    const again = await order(ctx);
    await stop();
    await writeCopy(writer({ print: () => Promise.reject(new Error("never")) }), { personId: subject, copyId: again });
    expect(await stateOf(ctx)).toBe("locked");
  });

  test("its own reader: at once while it is made, and once it is there", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const ids = { personId: ctx.actor.personId, copyId: await order(ctx) };
    const print: CopyWriter["print"] = async (_book, { signal }) => {
      await endCopy(ctx, { id: ids.copyId });
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      throw new Error("aborted");
    };
    await writeCopy(writer({ print }), ids);
    expect([await stateOf(ctx), await partsOf(ids.copyId)]).toEqual(["cancelled", []]);
    const next = { ...ids, copyId: await order(ctx) };
    await writeCopy(writer(), next);
    await endCopy(ctx, { id: next.copyId });
    expect([await stateOf(ctx), await partsOf(next.copyId)]).toEqual(["deleted", []]);
    expect(await refusal(downloadCopy(ctx, { id: next.copyId }))).toBe("no-such-copy");
  });

  test("a fault: it is told so, and ordered anew it is made", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const ids = { personId: ctx.actor.personId, copyId: await order(ctx) };
    const broken = writer({ print: () => Promise.reject(new Error("no paper")) });
    await expect(writeCopy(broken, ids)).rejects.toThrow("no paper");
    expect(await stateOf(ctx)).toBe("went-wrong");
    await writeCopy(writer(), { ...ids, copyId: await order(ctx) });
    expect(await stateOf(ctx)).toBe("ready");
  });
});

describe("time", () => {
  const MINUTES = 60_000;

  test("a worker that is lost in the middle: another makes it, and the lost one changes nothing", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const ids = { personId: ctx.actor.personId, copyId: await order(ctx) };
    let comeBack = (_: Uint8Array) => {};
    let begun = () => {};
    const isLost = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const print = () => {
      begun();
      return new Promise<Uint8Array>((resolve) => {
        comeBack = resolve;
      });
    };
    const lost = writeCopy(writer({ print, beatMs: 1_000_000 }), ids);
    await isLost;
    await writeCopy(writer(), ids);
    expect(await stateOf(ctx)).toBe("writing");
    await superuser`delete from graphile_worker._private_jobs`;
    const soon = () => new Date(Date.now() + 2 * MINUTES);
    await tendCopies({ db: worker, now: soon });
    expect(await jobs(ids.copyId)).toHaveLength(1);
    await writeCopy(writer({ now: soon }), ids);
    expect([await stateOf(ctx), (await partsOf(ids.copyId)).length]).toEqual(["ready", 1]);
    comeBack(new TextEncoder().encode("%PDF-of-the-lost"));
    await lost;
    expect(new TextDecoder().decode((await downloadCopy(ctx, { id: ids.copyId })).bytes)).toBe("%PDF-small");
  });

  test("begun again and again it is given up; never begun, too", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const id = await order(ctx);
    await superuser`update book_copies set state = 'writing', run = 3, leased_until = now() - interval '1 second' where id = ${id}`;
    await tendCopies({ db: worker, now: () => new Date() });
    expect(await stateOf(ctx)).toBe("interrupted");
    await order(ctx);
    await tendCopies({ db: worker, now: () => new Date(Date.now() + 7 * 60 * MINUTES) });
    expect(await stateOf(ctx)).toBe("not-begun");
  });

  test("after a day it is gone, swept or not, and after a week what became of it is too", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const copyId = await order(ctx);
    await writeCopy(writer(), { personId: ctx.actor.personId, copyId });
    const late = at(ctx, 25 * 60 * MINUTES);
    const proved = { ...late, actor: { ...late.actor, authenticatedAt: late.now() } };
    expect([await stateOf(late), await refusal(downloadCopy(proved, { id: copyId }))]).toEqual([
      "expired",
      "no-such-copy",
    ]);
    await tendCopies({ db: worker, now: late.now });
    expect(await partsOf(copyId)).toEqual([]);
    await tendCopies({ db: worker, now: () => new Date(Date.now() + 8 * 24 * 60 * MINUTES) });
    expect(await readCopy(ctx)).toBeUndefined();
  });
});

describe("the database itself", () => {
  test("shows how a copy goes to who ordered it alone, and its bytes under an event that hands the book over alone", async () => {
    const ctx = self(await store.personOf(someNumber()));
    const owner = ctx.actor.personId;
    const id = await order(ctx);
    await writeCopy(writer(), { personId: owner, copyId: id });
    const raw = store.db.raw("portal");
    const count = (settings: Record<string, string>, table: string) =>
      raw.begin(async (tx) => {
        for (const [name, value] of Object.entries(settings)) await tx`select set_config(${name}, ${value}, true)`;
        const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
        return row?.n;
      });
    expect(await count({}, "book_copies")).toBe(0);
    expect(await count({ "app.orderer": newId() }, "book_copies")).toBe(0);
    expect(await count({ "app.orderer": owner }, "book_copies")).toBe(1);
    expect(await count({ "app.orderer": owner }, "book_copy_parts")).toBe(0);
    const reading = await insertEvent(raw, { personId: owner, actorId: owner });
    expect(await count({ "app.access_event": reading }, "book_copy_parts")).toBe(0);
    await expect(
      raw.begin(async (tx) => {
        await tx`select set_config('app.access_event', ${reading}, true)`;
        await tx`insert into book_copies (person_id, id, ordered_by, session_id, for_other, language, ordered_at) values (${owner}, ${newId()}, ${owner}, ${newId()}, false, 'vi', now())`;
      }),
    ).rejects.toThrow(/row-level security/);
    await expect(
      raw.begin(async (tx) => {
        await tx`select set_config('app.orderer', ${owner}, true)`;
        await tx`update book_copies set state = 'writing'`;
      }),
    ).rejects.toThrow(/row-level security/);
    const clerk = store.db.raw("worker");
    await expect(clerk`select sealed from book_copy_parts`).rejects.toThrow(/permission denied/);
    await expect(clerk`insert into book_copy_parts values (${owner}, ${newId()}, 0, '')`).rejects.toThrow(
      /row-level security/,
    );
  });
});
