import { expect, test } from "vitest";
import { decideCorrection } from "#app/domain/corrections/decide-correction.ts";
import { escalateCorrection } from "#app/domain/corrections/escalate-correction.ts";
import { extendCorrection } from "#app/domain/corrections/extend-correction.ts";
import { readInboxCorrection } from "#app/domain/corrections/read-inbox-correction.ts";
import { withdrawCorrection } from "#app/domain/corrections/withdraw-correction.ts";
import { correctionStore } from "#test/support/corrections.ts";

const store = await correctionStore();
const { superuser, citizen, staff, send, department } = store;
const clerk = staff("clerk");
const officer = staff("clerk", department);
const withdraw = (reference: string) => withdrawCorrection(citizen, { reference });

test("the right to read it ends with the answer, and with a withdrawal: no event, no name, no word, no item", async () => {
  const opened = async () =>
    (
      await superuser<{ n: number }[]>`select count(*)::int as n from access_events where opens_correction is not null`
    )[0]?.n;
  const settle = {
    refused: (reference: string) => decideCorrection(clerk, { reference, outcome: "refused", words: "a" }),
    corrected: (reference: string) => decideCorrection(clerk, { reference, outcome: "corrected", words: "a" }),
    withdrawn: withdraw,
  };
  for (const [state, answer] of Object.entries(settle)) {
    const reference = await send();
    const { item, view } = await readInboxCorrection(clerk, { reference });
    expect([view.closed, item?.entryId, view.person?.birthYear]).toEqual([undefined, store.result, undefined]);
    expect(await answer(reference)).toEqual({ done: true });
    const before = await opened();
    const after = await readInboxCorrection(clerk, { reference });
    expect(after).toMatchObject({ item: undefined, view: { closed: "settled", state, reference } });
    expect([after.view.person, after.view.detail]).toEqual([undefined, undefined]);
    expect(await settle.refused(reference)).toEqual({ changed: true });
    expect(await extendCorrection(clerk, { reference, words: "x" })).toEqual({ changed: true });
    expect(await opened()).toBe(before);
    // Opened before, and read when it was settled meanwhile: the database shows nothing any more.
    expect(await item?.record.read((sql) => sql`select id from corrections`)).toHaveLength(0);
    expect(await item?.record.read((sql) => sql`select id from entries`)).toHaveLength(0);
  }
  await superuser`update correction_inbox set state = 'refused' where state = 'corrected'`;
});

test("brought before the department it opens again, until that has answered; a stranger's stays closed", async () => {
  const reference = await send();
  await decideCorrection(clerk, { reference, outcome: "refused", words: "a" });
  await expect(readInboxCorrection(officer, { reference })).rejects.toMatchObject({ kind: "not-found" });
  expect(await escalateCorrection(citizen, { reference, words: "" })).toEqual({ done: true });
  for (const reader of [clerk, officer])
    expect((await readInboxCorrection(reader, { reference })).view.detail?.events).toHaveLength(3);
  expect(await decideCorrection(officer, { reference, outcome: "partly", words: "b" })).toEqual({ done: true });
  for (const reader of [clerk, officer])
    expect((await readInboxCorrection(reader, { reference })).view.closed).toBe("settled");
  await superuser`update correction_inbox set state = 'refused' where reference = ${reference}`;
});

test("withdrawn while it is being opened: read whole or not at all", async () => {
  for (let i = 0; i < 4; i++) {
    const reference = await send();
    const [seen] = await Promise.all([readInboxCorrection(clerk, { reference }), withdraw(reference)]);
    const { closed, person, detail } = seen.view;
    expect(closed === undefined).toBe(detail !== undefined && person !== undefined);
    expect((await readInboxCorrection(clerk, { reference })).view.closed).toBe("settled");
  }
});
