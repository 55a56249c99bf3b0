import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideVersion, type IncomingVersion, messageState, type StoredVersion } from "#app/domain/feeds/rules.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute));
const hash = (content: string) => Buffer.from(content);
const stored = (key: string, minute: number, content: string, changes: Partial<StoredVersion> = {}): StoredVersion => ({
  key,
  at: at(minute),
  hash: hash(content),
  current: true,
  withdrawn: false,
  ...changes,
});
const named = (key: string, minute: number, content: string): IncomingVersion => ({
  key: `v-${key}`,
  at: at(minute),
  hash: hash(content),
  named: true,
});
const unnamed = (minute: number, content: string): IncomingVersion => ({
  key: `h-${content}`,
  at: at(minute),
  hash: hash(content),
  named: false,
});
const old = { current: false };

describe("a version the sender names", () => {
  test.each([
    ["is appended when it is the first", [], named("1", 5, "A"), { do: "append", current: true, key: "v-1" }],
    [
      "is appended when it is newer",
      [stored("v-1", 5, "A")],
      named("2", 6, "B"),
      { do: "append", current: true, key: "v-2" },
    ],
    [
      "is kept and not shown when it is older",
      [stored("v-2", 6, "B")],
      named("1", 5, "A"),
      { do: "append", current: false, key: "v-1" },
    ],
    [
      "wins over another of the same time: the last to come",
      [stored("v-1", 5, "A")],
      named("2", 5, "B"),
      { do: "append", current: true, key: "v-2" },
    ],
    ["is nothing when it comes again", [stored("v-1", 5, "A")], named("1", 5, "A"), { do: "nothing", key: "v-1" }],
    [
      "is nothing when it comes again after a newer one",
      [stored("v-1", 5, "A", old), stored("v-2", 6, "B")],
      named("1", 5, "A"),
      { do: "nothing", key: "v-1" },
    ],
    [
      "is refused with other content",
      [stored("v-1", 5, "A")],
      named("1", 5, "B"),
      { do: "refuse", why: "other-content" },
    ],
    [
      "is refused with other content, also when a newer one is there",
      [stored("v-1", 5, "A", old), stored("v-2", 6, "B")],
      named("1", 7, "B"),
      { do: "refuse", why: "other-content" },
    ],
    [
      "is refused when its sender withdrew it",
      [stored("v-1", 5, "A", { withdrawn: true })],
      named("1", 5, "A"),
      { do: "refuse", why: "withdrawn" },
    ],
    [
      "comes back under a new name after it was withdrawn",
      [stored("v-1", 5, "A", { withdrawn: true })],
      named("2", 6, "A"),
      { do: "append", current: true, key: "v-2" },
    ],
    [
      "only moves the time of the same content forward",
      [stored("v-1", 5, "A")],
      named("2", 6, "A"),
      { do: "touch", key: "v-1" },
    ],
    [
      "is nothing with the same content and an older time",
      [stored("v-2", 6, "A")],
      named("1", 5, "A"),
      { do: "nothing", key: "v-2" },
    ],
  ])("%s", (_name, versions, incoming, expected) => expect(decideVersion(versions, incoming)).toEqual(expected));
});

describe("a version known by its content", () => {
  test.each([
    ["is appended when it is the first", [], unnamed(5, "A"), { do: "append", current: true, key: "h-A" }],
    [
      "is appended when it is newer",
      [stored("h-A", 5, "A")],
      unnamed(6, "B"),
      { do: "append", current: true, key: "h-B" },
    ],
    [
      "is kept and not shown when it is older",
      [stored("h-B", 6, "B")],
      unnamed(5, "A"),
      { do: "append", current: false, key: "h-A" },
    ],
    ["is nothing when it comes again", [stored("h-A", 5, "A")], unnamed(5, "A"), { do: "nothing", key: "h-A" }],
    ["still holds when it is sent again later", [stored("h-A", 5, "A")], unnamed(6, "A"), { do: "touch", key: "h-A" }],
    [
      "is nothing when an older sending comes late",
      [stored("h-A", 5, "A")],
      unnamed(4, "A"),
      { do: "nothing", key: "h-A" },
    ],
    [
      "comes back after another one",
      [stored("h-A", 5, "A", old), stored("h-B", 6, "B")],
      unnamed(7, "A"),
      { do: "append", current: true, key: `h-A-${at(7).getTime()}` },
    ],
    [
      "does not come back by an old sending",
      [stored("h-A", 5, "A", old), stored("h-B", 6, "B")],
      unnamed(5, "A"),
      { do: "nothing", key: "h-A" },
    ],
    [
      "comes back after it was withdrawn",
      [stored("h-A", 5, "A", { withdrawn: true })],
      unnamed(6, "A"),
      { do: "append", current: true, key: `h-A-${at(6).getTime()}` },
    ],
    [
      "stays withdrawn when the same sending comes again",
      [stored("h-A", 5, "A", { withdrawn: true })],
      unnamed(5, "A"),
      { do: "nothing", key: "h-A" },
    ],
    [
      "replaces a named one of other content",
      [stored("v-1", 5, "A")],
      unnamed(6, "B"),
      { do: "append", current: true, key: "h-B" },
    ],
  ])("%s", (_name, versions, incoming, expected) => expect(decideVersion(versions, incoming)).toEqual(expected));
});

/** A small store that does what was decided. */
function take(versions: StoredVersion[], incoming: IncomingVersion): StoredVersion[] {
  const decision = decideVersion(versions, incoming);
  if (decision.do === "touch") return versions.map((v) => (v.key === decision.key ? { ...v, at: incoming.at } : v));
  if (decision.do !== "append") return versions;
  const before = decision.current ? versions.map((v) => ({ ...v, current: false })) : versions;
  return [
    ...before,
    { key: decision.key, at: incoming.at, hash: incoming.hash, current: decision.current, withdrawn: false },
  ];
}
const result = (incoming: IncomingVersion[]) => incoming.reduce(take, [] as StoredVersion[]);
const shown = (versions: StoredVersion[]) => versions.find((v) => v.current)?.hash.toString();

/** Versions of one resource as a sender makes them: distinct times, few contents, so that content comes back. */
const history = fc
  .array(fc.record({ content: fc.constantFrom("A", "B", "C"), isNamed: fc.boolean() }), { minLength: 1, maxLength: 7 })
  .map((list) => list.map(({ content, isNamed }, i) => (isNamed ? named(String(i), i, content) : unnamed(i, content))));
const shuffled = (of: fc.Arbitrary<IncomingVersion[]>) =>
  of.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
  );

describe("however versions arrive", () => {
  test("the newest content is the current one, whatever the order", () => {
    fc.assert(
      fc.property(shuffled(history), ([inOrder, inSomeOrder]) => {
        expect(shown(result(inSomeOrder))).toBe(inOrder.at(-1)?.hash.toString());
      }),
      { numRuns: 3_000 },
    );
  });

  test("sending any of them again changes nothing of what is shown", () => {
    fc.assert(
      fc.property(shuffled(history), fc.nat(), ([, list], which) => {
        const again = list[which % list.length];
        const before = result(list);
        expect(shown(again ? take(before, again) : before)).toBe(shown(before));
      }),
      { numRuns: 3_000 },
    );
  });

  test("all of them twice leaves what once leaves", () => {
    fc.assert(
      fc.property(shuffled(history), ([, list]) => {
        const once = result(list);
        const twice = list.reduce(take, once);
        expect(shown(twice)).toBe(shown(once));
        expect(list.reduce(take, twice)).toEqual(twice);
      }),
      { numRuns: 2_000 },
    );
  });

  test("there is always exactly one current version, and no key twice", () => {
    fc.assert(
      fc.property(shuffled(history), ([, list]) => {
        for (let n = 1; n <= list.length; n++) {
          const versions = result(list.slice(0, n));
          expect(versions.filter((v) => v.current)).toHaveLength(1);
          expect(new Set(versions.map((v) => v.key)).size).toBe(versions.length);
        }
      }),
    );
  });

  test("a named version that is kept is never replaced by other content of the same name", () => {
    fc.assert(
      fc.property(shuffled(history), fc.nat(), ([, list], which) => {
        const versions = result(list);
        const victim = versions.filter((v) => v.key.startsWith("v-"))[which % versions.length];
        if (!victim) return;
        const forged = { key: victim.key, at: at(99), hash: hash("other"), named: true };
        expect(decideVersion(versions, forged)).toEqual({ do: "refuse", why: "other-content" });
      }),
    );
  });
});

describe("the state of a delivery (design §6)", () => {
  test.each([
    [{ taken: 3, refused: 0 }, true, "accepted"],
    [{ taken: 3, refused: 0 }, false, "accepted"],
    [{ taken: 0, refused: 0 }, false, "accepted"],
    [{ taken: 2, refused: 1 }, true, "rejected"],
    [{ taken: 2, refused: 1 }, false, "partly_accepted"],
    [{ taken: 0, refused: 1 }, true, "rejected"],
    [{ taken: 0, refused: 1 }, false, "rejected"],
  ])("%j, all or nothing %s: %s", (counts, allOrNothing, state) =>
    expect(messageState(counts, allOrNothing)).toBe(state),
  );
});
