import fc from "fast-check";
import { expect, test } from "vitest";
import { decidePackage, type IncomingPackage as Incoming, type KnownPackage } from "#app/domain/feeds/package-rules.ts";

type IncomingPackage = Omit<Incoming, "receivedAt">;

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

/** What holds after these packages arrived in this order: which one, and where it stands. */
function after(packages: IncomingPackage[]): { holds: IncomingPackage | undefined; known: KnownPackage | undefined } {
  let known: KnownPackage | undefined;
  let holds: IncomingPackage | undefined;
  for (const [n, incoming] of packages.entries()) {
    const receivedAt = new Date(Date.UTC(2026, 11, 1, 0, n));
    const { newest, at } = decidePackage(known, { ...incoming, receivedAt });
    if (!newest) continue;
    known = { kind: incoming.kind, at, receivedAt };
    holds = incoming;
  }
  return { holds, known };
}

const shuffled = <T>(items: T[], by: number[]): T[] =>
  items
    .map((item, i) => ({ item, at: by[i] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

test("packages of different days end alike, whatever the order they arrive in", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.double({ noNaN: true }), { minLength: 6, maxLength: 6 }),
      (days, by) => {
        const packages = days.map((n) => ({ kind: "visit" as const, at: day(n) }));
        const { holds } = after(shuffled(packages, by));
        expect(holds?.at).toEqual(day(Math.max(...days)));
      },
    ),
  );
});

test("a visit stands above its check-in whatever comes first, and whatever their clocks say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.boolean(), (a, b, first) => {
      const checkIn = { kind: "check-in" as const, at: day(a) };
      const visit = { kind: "visit" as const, at: day(b) };
      expect(after(first ? [checkIn, visit] : [visit, checkIn]).holds).toBe(visit);
    }),
  );
});

test("of two packages of one day the one received later holds, as often as it goes back and forth", () => {
  const packages = Array.from({ length: 5 }, () => ({ kind: "visit" as const, at: day(3) }));
  const { holds, known } = after(packages);
  expect(holds).toBe(packages[4]);
  expect(known?.at.getTime()).toBe(day(3).getTime() + 4);
});

test("an older day does not take over after two of one day", () => {
  const [late, later, old] = [day(3), day(3), day(2)].map((at) => ({ kind: "visit" as const, at }));
  if (!late || !later || !old) throw new Error("three packages");
  expect(after([late, later, old]).holds).toBe(later);
  expect(decidePackage({ kind: "visit", at: day(3), receivedAt: day(4) }, { ...old, receivedAt: day(5) })).toEqual({
    newest: false,
    at: day(2),
  });
});

test("a late check-in is written before the visit that stands, a visit after the check-in", () => {
  const receivedAt = day(5);
  const visit: KnownPackage = { kind: "visit", at: day(3), receivedAt };
  expect(decidePackage(visit, { kind: "check-in", at: day(4), receivedAt }).at.getTime()).toBe(day(3).getTime() - 1);
  const checkIn: KnownPackage = { kind: "check-in", at: day(4), receivedAt };
  expect(decidePackage(checkIn, { kind: "visit", at: day(3), receivedAt }).at.getTime()).toBe(day(4).getTime() + 1);
});

test("one that waited and is read again does not take over from what came after it", () => {
  const known: KnownPackage = { kind: "visit", at: day(3), receivedAt: day(5) };
  const waited = { kind: "visit" as const, at: day(3), receivedAt: day(4) };
  expect(decidePackage(known, waited)).toEqual({ newest: false, at: new Date(day(3).getTime() - 1) });
});
