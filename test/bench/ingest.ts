import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import type { FeedGate } from "#app/http/feed-gate.ts";
import { feedGates } from "#app/http/feed-gates.ts";
import { newId } from "#app/shared/ids.ts";
import { haveTestdata, testdataFiles, withPersonalNumber } from "../support/testdata.ts";
import { copyReference } from "./copy-reference.ts";
import { spent } from "./cpu.ts";
import { inventedPerson } from "./invented/person.ts";
import { inventedVisit, visitBundle } from "./invented/visit.ts";
import { type Bench, benchWorld, table } from "./support.ts";
import { AT_ONCE, takeAll } from "./take-all.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);
const FACILITIES = Array.from({ length: 8 }, () => newId());

interface Kind {
  name: string;
  /** The deliveries of a round, never the same twice. */
  bodies(round: number): Uint8Array[];
}

/** The feed thread taking deliveries as the API hands them over, beside COPY of the same rows with the same indexes. */
export async function benchIngest(): Promise<void> {
  const bench = await benchWorld();
  const rows = [
    ["deliveries", "round", "entries", "entries/s", "CPU ms/entry: node", "database", "COPY rows/s", "ratio"],
  ];
  const gate = feedGates({
    thread: pathToFileURL(path.resolve("build/feed-thread.js")),
    databaseUrl: bench.url("feed"),
    keysDir: bench.keysDir,
    onFailure: (what) => process.stderr.write(`feed thread: ${what}\n`),
  });
  const superuser = postgres(bench.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of kinds)
        rows.push([kind.name, String(round + 1), ...(await measured(bench, gate, superuser, kind.bodies(round)))]);
    table(rows);
    process.stdout.write(
      `\n${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)} at the end; ${AT_ONCE} deliveries at once.\n`,
    );
  } finally {
    await Promise.all([superuser.end(), gate.close()]);
    await bench.close();
  }
}

const kinds: Kind[] = [
  {
    name: "FHIR visits, 40 × about 34",
    bodies: (round) => Array.from({ length: 40 }, (_, i) => visitOf(10_000 + round * 40 + i)),
  },
  ...(haveTestdata ? [{ name: "Synthea charts, 5 × 25 to 1,244", bodies: syntheaOf }] : []),
];

function visitOf(at: number): Uint8Array {
  const person = inventedPerson(at);
  return visitBundle(person, inventedVisit(person, `v-${at}`, new Date(Date.UTC(2026, 3, 1 + (at % 28)))));
}

function syntheaOf(round: number): Uint8Array[] {
  const files = testdataFiles("synthea-r4").filter((f) => !path.basename(f).startsWith("practitioner"));
  return files.map((file, i) => withPersonalNumber(file, `001${900_000_000 + round * 100 + i}`));
}

async function measured(
  bench: Bench,
  gate: FeedGate,
  superuser: postgres.Sql,
  bodies: Uint8Array[],
): Promise<string[]> {
  const since = new Date();
  let entries = 0;
  const took = await spent(bench.postmaster, async () => {
    entries = await takeAll(gate, bodies, FACILITIES);
  });
  const copy = await copyReference(superuser, since);
  const [here, there] = [entries / took.seconds, copy.rows / copy.seconds];
  const each = (seconds: number) => ((seconds * 1000) / entries).toFixed(2);
  return [
    String(entries),
    here.toFixed(0),
    each(took.node),
    each(took.database),
    there.toFixed(0),
    (here / there).toFixed(2),
  ];
}
