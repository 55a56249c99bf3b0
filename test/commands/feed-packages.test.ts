import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { envelopeXml, packageXml } from "#test/support/qd3176/package-xml.ts";
import { type CaseSpec, plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";
import { runFeed } from "./run-feed.ts";

vi.setConfig({ testTimeout: 60_000 });
const store = await recordStore();
await store.addFacility("00000", "department");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-packages-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const where = {
  databaseUrl: store.db.url("portal"),
  feedDatabaseUrl: store.db.url("feed"),
  keysDir: store.keys.folder,
};

let cases = 0;
const aCase = (number: string, spec: CaseSpec = {}) =>
  plausibleCase({
    maCskcb: "99001",
    maLk: `CMD${++cases}`,
    ...spec,
    summary: { SO_CCCD: number, MA_BN: `C${cases}`, MA_THE_BHYT: "", ...spec.summary },
  });

test("a folder of packages goes to the facility each names, is read in the book, and is taken once", async () => {
  const [one, two, three] = [someNumber(), someNumber(), someNumber()];
  fs.writeFileSync(path.join(folder, "a.xml"), packageXml(aCase(one, { medicines: 3 })));
  fs.writeFileSync(path.join(folder, "b.xml"), envelopeXml([aCase(two), aCase(three)]));
  const ran = await runFeed(where, ["import", folder]);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toContain("3 deliveries: 3 accepted");
  const person = await store.personOf(one);
  const medicines = await readSection(store.citizen(person), { section: "medicines", page: 1, showHidden: false });
  expect(medicines.items.map((m) => m.source.facility)).toEqual(["BV 99001", "BV 99001", "BV 99001"]);
  const again = await runFeed(where, ["import", folder]);
  expect(again.stdout).toContain("3 of them had been taken before");
});

test("of many packages of the same cases in one folder the newest holds, of one day the last file", async () => {
  const at = path.join(folder, "many");
  fs.mkdirSync(at);
  const numbers = [someNumber(), someNumber(), someNumber()];
  const maLks = numbers.map((_, i) => `MANY${i}`);
  for (let n = 0; n < 12; n++) {
    const [number = "", maLk = ""] = [numbers[n % 3], maLks[n % 3]];
    const tables = aCase(number, { maLk, medicines: 1 + Math.floor(n / 3), summary: { MA_BN: `M${n % 3}` } });
    fs.writeFileSync(
      path.join(at, `${String(n).padStart(2, "0")}.xml`),
      packageXml(tables, { preparedOn: "20261120" }),
    );
  }
  const ran = await runFeed(where, ["import", at]);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toContain("12 deliveries: 12 accepted");
  for (const number of numbers) {
    const person = await store.personOf(number);
    const { items } = await readSection(store.citizen(person), { section: "medicines", page: 1, showHidden: false });
    expect(items).toHaveLength(4);
  }
});

test("what is refused is said with table, row and field, in both languages", async () => {
  const tables = aCase(someNumber());
  const nothing = { ...tables.XML4?.[0], STT: "9", GIA_TRI: "", MO_TA: "", KET_LUAN: "" };
  const file = path.join(folder, "c.xml");
  fs.writeFileSync(file, packageXml({ ...tables, XML4: [...(tables.XML4 ?? []), nothing] }));
  const ran = await runFeed(where, ["import", file]);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toMatch(/XML4 row 3.*: .+\(.+\)/);
  fs.writeFileSync(file, packageXml(aCase(someNumber(), { maCskcb: "99999" })));
  expect((await runFeed(where, ["import", file])).stdout).toContain("MA_CSKCB");
});
