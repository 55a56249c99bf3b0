import fs from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { inventedPerson } from "./invented/person.ts";
import { inventedVisit, patientOf } from "./invented/visit.ts";
import { type BenchPortal, withPortal } from "./portal.ts";
import { table } from "./support.ts";

const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 50_000);
const GOAL_MB = 400;

/** Memory of the portal's process, all of it, while one call of NDJSON is taken as it streams in. */
export const benchNdjson = (): Promise<void> =>
  withPortal(async (portal) => {
    const pid = portal.real.pid ?? 0;
    await sent(portal, 2_000, 900_000);
    const rows = [["", "entries", "seconds", "RSS MB at its start", "after each fifth of the time", "peak (kernel's)"]];
    const before = rss(pid);
    const samples: number[] = [];
    let over = false;
    const sampling = (async () => {
      for (; !over; await sleep(200)) samples.push(rss(pid));
    })();
    const start = performance.now();
    const taken = await sent(portal, ENTRIES, 0).finally(() => {
      over = true;
    });
    const seconds = (performance.now() - start) / 1000;
    await sampling;
    const fifths = [1, 2, 3, 4, 5].map((n) => samples[Math.floor((samples.length * n) / 5) - 1] ?? 0);
    const peak = status(pid, "VmHWM");
    rows.push([
      "NDJSON, one call",
      String(taken),
      seconds.toFixed(0),
      before.toFixed(0),
      fifths.map((f) => f.toFixed(0)).join(", "),
      peak.toFixed(0),
    ]);
    table(rows);
    process.stdout.write(`\ngoal: under ${GOAL_MB} MB, flat: ${peak < GOAL_MB ? "kept" : "MISSED"}\n`);
  });

/** A line of /proc/PID/status, in MB. */
function status(pid: number, name: string): number {
  const line = fs.readFileSync(`/proc/${pid}/status`, "utf8").match(new RegExp(`${name}:\\s+(\\d+) kB`));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

const rss = (pid: number): number => status(pid, "VmRSS");

interface LinesBody {
  deliveries: Record<string, number>;
  entries: { accepted: number };
}

/** One call with so many lines at least, made as they go. */
async function sent({ origin, hospital }: BenchPortal, most: number, from: number): Promise<number> {
  const response = await fetch(`${origin}/fhir`, {
    method: "POST",
    headers: { Authorization: `Bearer ${await hospital.accessToken()}`, "Content-Type": "application/fhir+ndjson" },
    body: Readable.toWeb(Readable.from(linesOf(most, from))),
    duplex: "half",
  } as unknown as RequestInit);
  const body = (await response.json()) as LinesBody;
  if (response.status !== 200 || body.deliveries.rejected || body.deliveries.quarantined)
    throw new Error(`${response.status} ${JSON.stringify(body).slice(0, 500)}`);
  return body.entries.accepted;
}

async function* linesOf(most: number, from: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let [lines, at] = [0, from]; lines < most; at++) {
    const person = inventedPerson(3_000_000 + at);
    const visit = inventedVisit(person, `l-${at}`, new Date(Date.UTC(2026, 3, 1 + (at % 28))));
    const resources = [patientOf(person), ...visit];
    lines += resources.length;
    yield encoder.encode(resources.map((r) => `${JSON.stringify(r)}\n`).join(""));
  }
}
