import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runFeed } from "#test/commands/run-feed.ts";
import { observationOf, patientOf, recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-long-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const LINES = Number(process.env.LONG_LINES ?? 30_000);
const PERSONS = 300;
/** A heap in which the program starts and takes deliveries, and in which the file has no place. */
const HEAP_MB = 96;

test(`memory stays flat: ${LINES} lines of ${PERSONS} persons in a heap of ${HEAP_MB} MB`, {
  timeout: 900_000,
}, async () => {
  const file = path.join(folder, "Observation.ndjson");
  const out = fs.openSync(file, "w");
  for (let i = 0; i < PERSONS; i++) fs.writeSync(out, `${JSON.stringify(patientOf(`m-${i}`, someNumber()))}\n`);
  const note = [{ text: "x".repeat(8_000) }];
  for (let i = PERSONS; i < LINES; i++)
    fs.writeSync(out, `${JSON.stringify(observationOf(`m-o-${i}`, `m-${(i * 7) % PERSONS}`, { note }))}\n`);
  fs.closeSync(out);
  expect(fs.statSync(file).size).toBeGreaterThan(2 * HEAP_MB * 1_048_576);

  const where = {
    databaseUrl: store.db.url("portal"),
    feedDatabaseUrl: store.db.url("feed"),
    keysDir: store.keys.folder,
  };
  const started = performance.now();
  const ran = await runFeed(where, ["import", file, "--facility", "99001"], [`--max-old-space-size=${HEAP_MB}`]);
  process.stdout.write(`${LINES} lines in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  expect([ran.code, ran.stdout.split("\n")[1]]).toEqual([
    0,
    `${LINES} new entries, 0 already there, 0 refused, 0 warnings.`,
  ]);
});
