import { setTimeout as sleep } from "node:timers/promises";
import type { Province } from "#test/support/province.ts";
import { ask } from "#test/support/raw-http.ts";
import type { LoadMessage } from "./mixed-load.ts";

export interface Said {
  status: number;
  body: Record<string, unknown>;
  at: number;
}

const LONGEST_WAIT_MS = 60_000;
/** A portal that takes nothing for so long has not come back. */
const LONGEST_OUTAGE_MS = 240_000;

/** Hospitals' systems as they send: the same bytes again while no connection stands or the answer is 503. */
export function hospitalSenders(province: Province, port: number) {
  const systems = new Map<string, ReturnType<Province["system"]>>();
  /** How often each answer came; `none` where no answer did. */
  const seen: Record<string, number> = {};
  const counted = (what: string | number) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };

  /** One attempt. @throws when no answer comes. */
  async function once({ facilityKey, target, bytes }: LoadMessage): Promise<Said> {
    const system = systems.get(facilityKey) ?? province.system(facilityKey);
    systems.set(facilityKey, system);
    const headers = {
      authorization: `Bearer ${await system.accessToken()}`,
      "content-type": target === "/fhir" ? "application/fhir+json" : "application/xml",
    };
    const answer = await inTime(ask(port, { method: "POST", target, headers, body: bytes }));
    return { status: answer.status, body: JSON.parse(answer.text), at: Date.now() };
  }

  /** Until it is answered, or one attempt only: then `undefined` where it was not. */
  async function send(message: LoadMessage, attempts = Number.POSITIVE_INFINITY): Promise<Said | undefined> {
    const until = Date.now() + LONGEST_OUTAGE_MS;
    for (let n = 1; ; n++) {
      const said = await once(message).catch(() => undefined);
      counted(said?.status ?? "none");
      if (said && said.status !== 503) return said;
      if (n >= attempts) return undefined;
      if (Date.now() > until) throw new Error(`Nothing is taken any more; answers so far: ${JSON.stringify(seen)}`);
      await sleep(Math.min(2_000, 100 * n));
    }
  }

  return { send, seen };
}

/** No answer at all is as good as a lost one. */
async function inTime<T>(asked: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(LONGEST_WAIT_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error("No answer in time.");
  });
  asked.finally(() => over.abort()).catch(() => undefined);
  late.catch(() => undefined);
  return Promise.race([asked, late]);
}

/** Does the work on all of them, so many at a time. */
export async function atOnce<T>(senders: number, list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (const one of left) await work(one);
    }),
  );
}
