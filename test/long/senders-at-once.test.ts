import { expect, test } from "vitest";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { random } from "#test/support/random.ts";

const SENDERS = Number(process.env.LONG_SENDERS ?? 100);
const dice = random("senders at once");
const { world, superuser, deliver } = await feedWorld();
const messages = storyMessages(new Date()).slice(0, 40);

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: dice.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const versions = () => superuser<{ entries: number; versions: number; messages: number; persons: number }[]>`
  select (select count(distinct entry_id)::int from entries) as entries, (select count(*)::int from entries) as versions,
    (select count(*)::int from messages) as messages, (select count(distinct person_id)::int from entries) as persons`;

test(`${SENDERS} senders of the same ${messages.length} Bundles at once, each in its own order, through two processes`, async () => {
  const { port: other } = await world.another();
  const statuses: Record<number, number> = {};
  await Promise.all(
    Array.from({ length: SENDERS }, async (_, n) => {
      for (const { bundle, facilityKey } of shuffled(messages)) {
        const answer = await deliver(bundleText(bundle), { from: facilityKey, ...(n % 2 ? { at: other } : {}) });
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      }
    }),
  );
  process.stdout.write(`${JSON.stringify(statuses)}\n`);
  expect(Object.keys(statuses)).toEqual(["200"]);
  const [after] = await versions();
  expect(after?.messages).toBe(messages.length);
  expect(await halfWritten(superuser)).toEqual([]);
  const [sent] = await superuser<{ n: number }[]>`select sum(entries_accepted)::int as n from messages`;
  const [kept] = await superuser<
    { n: number }[]
  >`select ((select count(*) from entries) + (select count(*) from directory_entries))::int as n`;
  expect(kept?.n).toBe(sent?.n);

  for (const { bundle, facilityKey } of shuffled(messages))
    expect((await deliver(bundleText(bundle), { from: facilityKey })).status).toBe(200);
  expect(await versions()).toEqual([after]);
});
