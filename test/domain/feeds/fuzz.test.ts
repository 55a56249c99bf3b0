import { expect, test } from "vitest";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { mutatedBundles } from "#test/support/mutate-fhir.ts";
import { mutatedPackages } from "#test/support/mutate-xml.ts";
import { packageStore } from "#test/support/package-store.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { random } from "#test/support/random.ts";
import { someNumber } from "#test/support/record-store.ts";

const ROUNDS = 1_000;
const store = await packageStore();
const dice = random("fuzzed deliveries");

/** More than this of the processor for one small delivery is a hang, however busy the machine. */
const MOST_CPU_MS = 1_000;

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function fuzz(send: () => Promise<{ state: string; status: number }>): Promise<Record<string, number>> {
  const states: Record<string, number> = {};
  for (let n = 0; n < ROUNDS; n++) {
    const cpu = await cpuOf(async () => {
      const { state, status } = await send();
      states[state] = (states[state] ?? 0) + 1;
      expect([status < 500, dice.seed]).toEqual([true, dice.seed]);
    });
    expect([cpu < MOST_CPU_MS, n, dice.seed]).toEqual([true, n, dice.seed]);
  }
  return states;
}

test(`${ROUNDS} mutated packages: each is answered, none half-written`, async () => {
  // Without a card that all would share: two with one number wait for an operator, and are stored nowhere.
  const whole = Array.from({ length: 8 }, (_, n) =>
    plausibleCase({
      maCskcb: "99001",
      maLk: `FZ${n}`,
      medicines: 2,
      services: 2,
      results: 2,
      summary: { SO_CCCD: someNumber(), MA_BN: `FZ${n}`, MA_THE_BHYT: "", MA_LOAI_KCB: n % 2 ? "03" : "01" },
    }),
  );
  const next = mutatedPackages(dice, whole);
  const states = await fuzz(() => store.sendXml(next()));
  expect(states.accepted).toBeGreaterThan(ROUNDS / 10);
  expect(states.rejected).toBeGreaterThan(ROUNDS / 10);
  expect(await halfWritten(store.superuser)).toEqual([]);
}, 120_000);

test(`${ROUNDS} mutated Bundles: each is answered, none half-written`, async () => {
  const texts = storyMessages(new Date())
    .map((message) => bundleText(message.bundle))
    .filter((text) => text.length < 40_000);
  const next = mutatedBundles(dice, texts);
  const states = await fuzz(() => {
    const body = next();
    return store.send(typeof body === "string" ? new TextEncoder().encode(body) : body);
  });
  expect(Object.keys(states).sort()).toEqual(expect.arrayContaining(["accepted", "rejected"]));
  expect(await halfWritten(store.superuser)).toEqual([]);
}, 120_000);
