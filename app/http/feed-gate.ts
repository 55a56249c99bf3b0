import { Worker } from "node:worker_threads";
import type { IncomingMessage, MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import { DomainError } from "#app/shared/errors.ts";

export interface FeedRequest {
  id: number;
  message: Omit<IncomingMessage, "bytes">;
  bytes: ArrayBuffer;
}

export type ThreadAnswer = Omit<MessageAnswer, "body"> & { body: Uint8Array<ArrayBuffer> };
export interface FeedAnswer {
  id: number;
  answer?: ThreadAnswer;
  failure?: string;
}

export interface FeedGate {
  /** Hands a delivery to the feed thread. @throws DomainError `unavailable` when it cannot say what became of it. */
  receive(message: IncomingMessage): Promise<ThreadAnswer>;
  close(): Promise<void>;
}

interface GateOptions {
  /** The thread's file: `.ts` under tsx and in tests, `.js` in a build. */
  thread: URL;
  databaseUrl: string;
  keysDir: string;
  onFailure: (what: string) => void;
}

/** One thread per web process, started at once so that the first delivery does not wait for it. */
export function feedGate(options: GateOptions): FeedGate {
  const waiting = new Map<number, { resolve: (answer: ThreadAnswer) => void; reject: (error: Error) => void }>();
  let next = 0;
  let closing = false;
  let worker = start();

  function start(): Worker {
    const isSource = options.thread.pathname.endsWith(".ts");
    const started = new Worker(options.thread, {
      workerData: { databaseUrl: options.databaseUrl, keysDir: options.keysDir },
      ...(isSource ? { execArgv: ["--import", "tsx"] } : {}),
    });
    started.on("message", ({ id, answer, failure }: FeedAnswer) => {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (answer) waiter?.resolve(answer);
      else {
        options.onFailure(failure ?? "unknown");
        waiter?.reject(lost());
      }
    });
    started.on("error", (error) => options.onFailure(error.name));
    started.on("exit", () => {
      for (const waiter of waiting.values()) waiter.reject(lost());
      waiting.clear();
      if (!closing) worker = start();
    });
    return started;
  }

  return {
    receive({ bytes, ...message }) {
      const id = next++;
      // A copy of its own: the buffer is handed over, not shared.
      const copy = new Uint8Array(bytes).buffer;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, message, bytes: copy } satisfies FeedRequest, [copy]);
      });
    },
    async close() {
      closing = true;
      worker.postMessage("close");
      await new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    },
  };
}

/** The answer was lost, not necessarily the delivery: sending it again finds out, and changes nothing. */
const lost = () =>
  new DomainError(
    "unavailable",
    "feed-unknown",
    "What became of this delivery is unknown. Send it again; if it was taken, the answer is the same.",
    { retryAfterSeconds: 5 },
  );
