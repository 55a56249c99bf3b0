import fs from "node:fs";
import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { listSources } from "#app/domain/health-book/list-sources.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { facilities } from "#test/sandbox/province/facilities.ts";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { mutatedBundles } from "#test/support/mutate-fhir.ts";
import { mutatedPackages } from "#test/support/mutate-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { random } from "#test/support/random.ts";
import { someNumber } from "#test/support/record-store.ts";
import { haveTestdata, testdataFiles } from "#test/support/testdata.ts";

/** Of each kind: 100,000 in all, which take about 40 minutes on two busy cores. */
const ROUNDS = Number(process.env.LONG_ROUNDS ?? 50_000);
const AT_MOST = { timeout: 3_600_000 };
/** A hang over a second, where four are answered side by side. */
const MOST_MS = 4_000;
const dice = random("feed fuzzing");
const { world, superuser, deliver, db } = await feedWorld();

/** Real Bundles, small enough that thousands can be sent. */
const texts = [
  ...storyMessages(new Date()).map((message) => bundleText(message.bundle)),
  ...(haveTestdata
    ? [...testdataFiles("ips-2.0.1"), ...testdataFiles("ips-1.x")].map((f) => fs.readFileSync(f, "utf8"))
    : []),
].filter((text) => text.length < 200_000);

const mutated = mutatedBundles(dice, texts);

test(`${ROUNDS} mutated Bundles: never an error of ours, never a hang, never half-written`, AT_MOST, async () => {
  const statuses: Record<number, number> = {};
  let slowest = 0;
  const from = ["clinic", "general-hospital", "commune-station", "children-hospital"];
  const send = async () => {
    for (let n = 0; n < ROUNDS / 4; n++) {
      const body = mutated();
      const began = performance.now();
      const answer = await deliver(body, { from: dice.of(from) });
      slowest = Math.max(slowest, performance.now() - began);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500)
        fs.writeFileSync(`${process.env.TMPDIR ?? "/tmp"}/so-khoe-fuzz-${dice.seed}.json`, body);
      expect([answer.status, dice.seed]).toEqual([expect.toSatisfy((s: number) => s < 500), dice.seed]);
      expect(["Bundle", "OperationOutcome"]).toContain(answer.body.resourceType);
    }
  };
  await Promise.all([send(), send(), send(), send()]);
  process.stdout.write(`${JSON.stringify(statuses)}, slowest ${Math.round(slowest)} ms\n`);
  expect([slowest < MOST_MS, dice.seed]).toEqual([true, dice.seed]);
  expect(await halfWritten(superuser)).toEqual([]);
  expect(world.log.lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});

test(`${ROUNDS} mutated packages: never an error of ours, never a hang, never half-written`, AT_MOST, async () => {
  const codes = ["clinic", "general-hospital"].map((key) => ({
    from: key,
    code: facilities.find((f) => f.key === key)?.code5 ?? "",
  }));
  const statuses: Record<number, number> = {};
  let slowest = 0;
  const send = async ({ from, code }: { from: string; code: string }) => {
    // Whom a package is about has a number of their own at the facility, or all would wait for an operator.
    const whole = Array.from({ length: 12 }, (_, n) =>
      plausibleCase({
        maCskcb: code,
        maLk: `FZ${n}`,
        medicines: n,
        results: n,
        summary: {
          SO_CCCD: someNumber(),
          MA_BN: `FZ-${someNumber()}`,
          MA_THE_BHYT: "",
          MA_LOAI_KCB: n % 2 ? "03" : "01",
        },
      }),
    );
    const next = mutatedPackages(dice, whole);
    for (let n = 0; n < ROUNDS / 4; n++) {
      const bytes = next();
      const began = performance.now();
      const answer = await deliver(bytes, { from, target: "/feeds/qd3176" });
      slowest = Math.max(slowest, performance.now() - began);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500)
        fs.writeFileSync(`${process.env.TMPDIR ?? "/tmp"}/so-khoe-fuzz-${dice.seed}.xml`, bytes);
      expect([answer.status, dice.seed]).toEqual([expect.toSatisfy((s: number) => s < 500), dice.seed]);
    }
  };
  await Promise.all([...codes, ...codes].map(send));
  process.stdout.write(`${JSON.stringify(statuses)}, slowest ${Math.round(slowest)} ms\n`);
  expect([slowest < MOST_MS, dice.seed]).toEqual([true, dice.seed]);
  expect(await halfWritten(superuser)).toEqual([]);
  expect(world.log.lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});

test("whatever was taken can be read by whose it is", AT_MOST, async () => {
  const portal = db.connect("portal");
  const people = await superuser<{ id: string }[]>`select distinct person_id as id from entries`;
  expect(people.length).toBeGreaterThan(5);
  for (const { id } of people) {
    const actor = { kind: "citizen", personId: id, assuranceLevel: 3, authenticatedAt: new Date() } as const;
    const ctx: Ctx = { db: portal, keys: world.parts.keys, actor, now: () => new Date(), requestId: "test" };
    await readBook(ctx, { showHidden: true });
    await listSources(ctx);
    for (const section of bookSections)
      for (let page = 1, pages = 1; page <= pages; page++)
        ({ pages } = await readSection(ctx, { section, page, showHidden: true }));
  }
});
