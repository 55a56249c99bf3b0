import fc from "fast-check";
import { expect, test } from "vitest";
import { noteSequence } from "#app/domain/feed-status/note-sequence.ts";
import { readSequence } from "#app/shared/feed-sequence.ts";
import { newId } from "#app/shared/ids.ts";
import { observationOf, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();

const received = async (facilityId: string, stream = "s") =>
  (
    await store.superuser<{ text: string }[]>`
      select received::text as text from feed_sequences where facility_id = ${facilityId} and stream = ${stream}`
  )[0]?.text;

test("numbers in any order, with repeats, leave the same gaps", async () => {
  const list = fc
    .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 })
    .chain((numbers) =>
      fc.tuple(
        fc.shuffledSubarray(numbers, { minLength: numbers.length }),
        fc.shuffledSubarray(numbers, { minLength: numbers.length }),
        fc.subarray(numbers),
      ),
    );
  await fc.assert(
    fc.asyncProperty(list, async ([one, other, repeats]) => {
      const [a, b] = [newId(), newId()];
      const note = (facilityId: string, numbers: number[]) =>
        store.feed.transaction({ "app.facility": facilityId }, async (tx) => {
          for (const number of numbers) await noteSequence(tx, facilityId, new Date(), { stream: "s", number });
        });
      await Promise.all([note(a, one), note(b, [...repeats, ...other])]);
      expect(await received(a)).toBe(await received(b));
    }),
    { numRuns: 25 },
  );
});

test("a stream with gaps for ever keeps the newest thousand", async () => {
  const [row] = await store.superuser<{ parts: number; low: string; high: string }[]>`
    with many as (select range_agg(int8range(i * 2, i * 2 + 1)) as numbers from generate_series(1, 1500) i), kept as (select keep_newest_gaps(numbers, 1000) as k from many)
    select (select count(*)::int from unnest(k)) as parts, lower(k)::text as low, upper(k)::text as high from kept`;
  expect(row).toEqual({ parts: 1000, low: "2", high: "3001" });
});

test.each([
  ["his-1/4711", { stream: "his-1", number: 4711 }],
  ["7", { stream: "main", number: 7 }],
  ["0", undefined],
  ["a/b", undefined],
  ["a/1/2", undefined],
  ["1234567890123", undefined],
  ["a b/1", undefined],
])("%s", (text, read) => {
  expect(readSequence(text)).toEqual(read);
});

test("a message counts its number whether it is taken, refused, waits or comes again", async () => {
  const facilityId = await store.addFacility("99110");
  const good = JSON.stringify(transaction(patientOf("sq", someNumber()), observationOf("sq-o", "sq")));
  const send = (body: string, number: number) => store.send(body, { facilityId, sequence: { stream: "s", number } });
  await send(good, 1);
  await send("{", 2);
  await send(good, 4);
  expect(await received(facilityId)).toBe("{[1,3),[4,5)}");
  await store.send(
    JSON.stringify({ ...JSON.parse(good), identifier: { system: "urn:so-khoe:feed-sequence", value: "s/3" } }),
    {
      facilityId,
    },
  );
  expect(await received(facilityId)).toBe("{[1,5)}");
});
