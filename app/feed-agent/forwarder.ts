import { backOff } from "./back-off.ts";
import { DamagedDocument, type QueuedDocument } from "./disk/document.ts";
import type { DiskQueue } from "./disk/queue.ts";
import type { Receipt } from "./disk/receipts.ts";
import type { Answer } from "./portal/answer.ts";
import { Later, type Why } from "./portal/later.ts";

/** How the portal has answered lately. */
export interface Connection {
  state: "unknown" | "good" | "failing";
  why?: Why | undefined;
  status?: number | undefined;
  since?: string | undefined;
  nextTryAt?: string | undefined;
}

export interface Forwarder {
  /** Something may be ready: a new document, or somebody who does not want to wait. */
  wake(options?: { now?: boolean }): void;
  add(document: QueuedDocument): void;
  connection(): Connection;
  /** Ends when what is under way has ended; what waits stays on disk. */
  stop(): Promise<void>;
}

interface Options {
  queue: DiskQueue;
  send(document: QueuedDocument, bytes: Uint8Array): Promise<Answer>;
  /** Keeps the receipt and gives the hospital its files; called until it succeeds. */
  answered(document: QueuedDocument, answer: Answer): Promise<Receipt>;
  parallel: number;
  firstRetryMs: number;
}

interface Failed {
  failures: number;
  until: number;
}

const DAMAGED: Answer = {
  state: "refused",
  tables: [],
  issues: [
    {
      severity: "error",
      code: "damaged",
      vi: "Tệp trong hàng đợi bị hỏng hoặc bị xóa trên đĩa nên không gửi. Hãy gửi lại từ hệ thống của bệnh viện.",
      en: "The queued file is damaged or was deleted on disk, so it was not sent. Send it again from the hospital's system.",
    },
  ],
};

/** Sends what waits: cases side by side, the documents of one case one after the other. */
export function forwarder(options: Options): Forwarder {
  const { queue, parallel, firstRetryMs } = options;
  const cases = new Map<string, QueuedDocument[]>();
  const busy = new Set<string>();
  const failed = new Map<number, Failed>();
  const known = new Map<number, Answer>();
  const running = new Set<Promise<void>>();
  let portal: Failed & { at: number } = { failures: 0, until: 0, at: 0 };
  let connection: Connection = { state: "unknown" };
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  for (const document of queue.waiting()) place(document);

  function place(document: QueuedDocument): void {
    const line = cases.get(document.caseKey) ?? [];
    line.push(document);
    line.sort((a, b) => a.seq - b.seq);
    cases.set(document.caseKey, line);
  }

  /** The first document of each case that may go now; and when the next may, if none. */
  function next(now: number): QueuedDocument | { at: number } {
    let at = Number.POSITIVE_INFINITY;
    for (const [key, [first]] of cases) {
      if (!first || busy.has(key)) continue;
      const until = Math.max(failed.get(first.seq)?.until ?? 0, known.has(first.seq) ? 0 : portal.until);
      if (until <= now) return first;
      at = Math.min(at, until);
    }
    return { at };
  }

  function pump(): void {
    clearTimeout(timer);
    // While the portal fails, one document at a time finds out whether it is back.
    while (!stopping && running.size < (portal.failures > 0 ? 1 : parallel)) {
      const found = next(Date.now());
      if ("at" in found) {
        if (Number.isFinite(found.at)) timer = setTimeout(pump, Math.min(found.at - Date.now(), 60_000) + 1);
        return;
      }
      busy.add(found.caseKey);
      const work = attempt(found).finally(() => {
        busy.delete(found.caseKey);
        running.delete(work);
        pump();
      });
      running.add(work);
    }
  }

  async function attempt(document: QueuedDocument): Promise<void> {
    const began = Date.now();
    try {
      const answer = known.get(document.seq) ?? (await deliver(document));
      known.set(document.seq, answer);
      await options.answered(document, answer);
      await queue.settle(document, answer.state === "refused" ? "refused" : "accepted");
      done(document);
    } catch (error) {
      // What the hospital's disk or share does not take now is tried again; the answer is not asked for again.
      failedOnce(document, began, error instanceof Later ? error : new Later("document", "disk"));
    }
  }

  async function deliver(document: QueuedDocument): Promise<Answer> {
    let bytes: Buffer;
    try {
      bytes = await queue.read(document);
    } catch (error) {
      if (error instanceof DamagedDocument) return DAMAGED;
      throw error;
    }
    const answer = await options.send(document, bytes);
    portal = { failures: 0, until: 0, at: 0 };
    connection = { state: "good", since: new Date().toISOString() };
    return answer;
  }

  function done(document: QueuedDocument): void {
    known.delete(document.seq);
    failed.delete(document.seq);
    const line = (cases.get(document.caseKey) ?? []).filter((d) => d.seq !== document.seq);
    if (line.length > 0) cases.set(document.caseKey, line);
    else cases.delete(document.caseKey);
  }

  function failedOnce(document: QueuedDocument, began: number, later: Later): void {
    const after = (failures: number) => Date.now() + backOff(failures, { least: later.leastMs, first: firstRetryMs });
    const own = (failed.get(document.seq)?.failures ?? 0) + 1;
    failed.set(document.seq, { failures: own, until: after(own) });
    // What was sent side by side fails together: that is one failure.
    if (later.scope === "portal" && began >= portal.at) {
      const failures = portal.failures + 1;
      portal = { failures, until: after(failures), at: Date.now() };
    }
    if (later.why === "disk") return;
    connection = {
      state: "failing",
      why: later.why,
      status: later.status,
      since: connection.state === "failing" ? connection.since : new Date().toISOString(),
      nextTryAt: new Date(Math.max(portal.until, failed.get(document.seq)?.until ?? 0)).toISOString(),
    };
  }

  return {
    wake({ now = false } = {}) {
      if (now) {
        portal = { ...portal, until: 0 };
        failed.clear();
      }
      pump();
    },
    add(document) {
      place(document);
      pump();
    },
    connection: () => connection,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
