import fs from "node:fs";
import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { listSources } from "#app/domain/health-book/list-sources.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { bundleText, storyMessages } from "#test/sandbox/province/stories/index.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { random } from "#test/support/random.ts";
import { haveTestdata, testdataFiles } from "#test/support/testdata.ts";

const ROUNDS = Number(process.env.LONG_ROUNDS ?? 3_000);
const dice = random("feed fuzzing");
const { world, superuser, deliver, db } = await feedWorld();

/** Real Bundles, small enough that thousands can be sent. */
const texts = [
  ...storyMessages(new Date()).map((message) => bundleText(message.bundle)),
  ...(haveTestdata
    ? [...testdataFiles("ips-2.0.1"), ...testdataFiles("ips-1.x")].map((f) => fs.readFileSync(f, "utf8"))
    : []),
].filter((text) => text.length < 200_000);

const JUNK: unknown[] = [
  null,
  "",
  " ",
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  { a: 1 },
  "\u0000",
  "\ud800",
  "𝒳".repeat(50),
  "x".repeat(5_000),
  "2026-02-30",
  "0000",
  "9999-99-99T99:99:99Z",
  "Patient/x",
  "urn:uuid:x",
  "#",
  "../../..",
  "__proto__",
  "<script>",
  "1e400",
  "{{number:1}}",
  { resourceType: "Patient" },
  [[[[]]]],
];

/** A copy: what is put into one body may be changed there. */
const junk = () => structuredClone(dice.of(JUNK));

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Some object or list within the body, and one of its keys. */
function somewhere(root: Node): { at: Node; key: string } {
  let at = root;
  for (;;) {
    const keys = Object.keys(at);
    const key = dice.of(keys.length > 0 ? keys : ["new"]);
    const next = (at as Record<string, unknown>)[key];
    if (!isNode(next) || dice.below(5) === 0) return { at, key };
    at = next;
  }
}

const inBody: ((root: Node) => void)[] = [
  (root) => {
    const { at, key } = somewhere(root);
    (at as Record<string, unknown>)[key] = junk();
  },
  (root) => {
    const { at, key } = somewhere(root);
    delete (at as Record<string, unknown>)[key];
  },
  (root) => {
    const [from, to] = [somewhere(root), somewhere(root)];
    (to.at as Record<string, unknown>)[to.key] = structuredClone((from.at as Record<string, unknown>)[from.key]);
  },
  (root) => {
    const { at, key } = somewhere(root);
    if (Array.isArray(at)) at.push(structuredClone(at[Number(key)]), junk());
    else (at as Record<string, unknown>)[`${key}${dice.below(9)}`] = junk();
  },
];

const inText: ((text: string) => string | Uint8Array)[] = [
  (text) => text.slice(0, dice.below(text.length)),
  (text) =>
    text.slice(0, dice.below(text.length)) +
    dice.of(['"', "}", "]", ",", "\\", "\u0000", "1e999", "//"]) +
    text.slice(dice.below(text.length)),
  (text) => {
    const bytes = Buffer.from(text);
    for (let n = 0; n < 3; n++) bytes[dice.below(bytes.length)] = dice.below(256);
    return bytes;
  },
  (text) =>
    text.replace(/"\d{4}-\d\d-\d\d/g, () => `"${dice.of(["2026-02-30", "0001-01-01", "9999-12-31", "1900-02-29"])}`),
];

function mutated(): string | Uint8Array {
  const text = dice.of(texts);
  if (dice.below(4) === 0) return dice.of(inText)(text);
  const body = JSON.parse(text) as Node;
  for (let n = 0; n <= dice.below(4); n++) dice.of(inBody)(body);
  return JSON.stringify(body);
}

test(`${ROUNDS} mutated Bundles: never an error of ours, never half-written`, async () => {
  const statuses: Record<number, number> = {};
  const from = ["clinic", "general-hospital", "commune-station", "children-hospital"];
  const send = async () => {
    for (let n = 0; n < ROUNDS / 4; n++) {
      const body = mutated();
      const answer = await deliver(body, { from: dice.of(from) });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500)
        fs.writeFileSync(`${process.env.TMPDIR ?? "/tmp"}/so-khoe-fuzz-${dice.seed}.json`, body);
      expect([answer.status, dice.seed]).toEqual([expect.toSatisfy((s: number) => s < 500), dice.seed]);
      expect(["Bundle", "OperationOutcome"]).toContain(answer.body.resourceType);
    }
  };
  await Promise.all([send(), send(), send(), send()]);
  process.stdout.write(`${JSON.stringify(statuses)}\n`);
  expect(await halfWritten(superuser)).toEqual([]);
  expect(world.log.lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});

test("whatever was taken can be read by whose it is", async () => {
  const portal = db.connect("portal");
  const people = await superuser<{ id: string }[]>`select distinct person_id as id from entries`;
  expect(people.length).toBeGreaterThan(5);
  for (const { id } of people) {
    const actor = { kind: "citizen", personId: id, assuranceLevel: 2, authenticatedAt: new Date() } as const;
    const ctx: Ctx = { db: portal, keys: world.parts.keys, actor, now: () => new Date(), requestId: "test" };
    await readBook(ctx, { showHidden: true });
    await listSources(ctx);
    for (const section of bookSections)
      for (let page = 1, pages = 1; page <= pages; page++)
        ({ pages } = await readSection(ctx, { section, page, showHidden: true }));
  }
});
