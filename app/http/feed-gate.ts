import { Worker } from "node:worker_threads";
import type { LinesAnswer, LinesHead } from "#app/domain/feeds/receive-lines.ts";
import type { IncomingMessage } from "#app/domain/feeds/receive-message.ts";
import type { UnmergeReplay, UnmergeReplayInput } from "#app/domain/feeds/replay-after-unmerge.ts";
import type { AnewInput } from "#app/domain/feeds/replay-anew.ts";
import type { ReplayAnswer, ReplayInput } from "#app/domain/feeds/replay-message.ts";
import { DomainError } from "#app/shared/errors.ts";
import { busy, lost, notNow } from "./feed-faults.ts";
import { type ChunkTaken, sendChunks } from "./feed-lines.ts";
import type { FeedAnswer, FeedCheck, FeedLines, FeedReady, FeedRequest, ThreadAnswer } from "./feed-messages.ts";

export interface FeedGate {
  /** Hands a delivery to the feed thread. @throws DomainError `unavailable` when it cannot say what became of it. */
  receive(message: IncomingMessage): Promise<ThreadAnswer>;
  /** Reads a kept delivery again as an operator decided. @throws DomainError `unavailable`: ask again. */
  replay(input: ReplayInput): Promise<ReplayAnswer>;
  /** Reads a kept delivery again after two persons were parted. @throws DomainError `unavailable`: ask again. */
  replayAfterUnmerge(input: UnmergeReplayInput): Promise<{ outcome: UnmergeReplay }>;
  /** Hands NDJSON on as it comes, no faster than it is taken. @throws DomainError `unavailable`, `too-large`. */
  receiveLines(head: LinesHead, chunks: AsyncIterable<Uint8Array>): Promise<LinesAnswer>;
  /** Processes a refused or partly taken delivery anew. @throws DomainError `not-found`, `conflict`, `unavailable`. */
  replayAnew(input: AnewInput): Promise<ThreadAnswer>;
  /** Can deliveries be taken: does the thread live, and its database answer? */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface GateOptions {
  /** The thread's file, as Node can run it. */
  thread: URL;
  databaseUrl: string;
  keysDir: string;
  onFailure: (what: string) => void;
  /** Bytes that may wait for their answer; each costs memory several times over. */
  maxWaitingBytes?: number;
}

/** A thread that dies at once – a broken key file, say – is not started again without pause. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
const SETTLED_MS = 60_000;
const MAX_WAITING_BYTES = 64 * 1_048_576;

interface Waiter {
  bytes: number;
  resolve: (said: FeedAnswer) => void;
  /** Bytes of a piece that the thread is done with. */
  took?: (bytes: number) => void;
  reject: (error: Error) => void;
}

/** A thread for deliveries, started at once so that the first does not wait for it. */
export function feedGate(options: GateOptions): FeedGate {
  const { maxWaitingBytes = MAX_WAITING_BYTES } = options;
  const waiting = new Map<number, Waiter>();
  const asking: ((ready: boolean) => void)[] = [];
  let waitingBytes = 0;
  let next = 0;
  let closing = false;
  let pause = FIRST_PAUSE_MS;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const startedAt = Date.now();
    const { thread, databaseUrl, keysDir } = options;
    const started = new Worker(thread, { workerData: { databaseUrl, keysDir } });
    started.on("message", (said: FeedAnswer | FeedReady | ChunkTaken) => {
      if ("ready" in said) {
        for (const tell of asking.splice(0)) tell(said.ready);
        return;
      }
      if ("took" in said) {
        waiting.get(said.id)?.took?.(said.took);
        return;
      }
      const { id, answer, replayed, lines, failure, refused } = said;
      const waiter = waiting.get(id);
      if (waiting.delete(id)) waitingBytes -= waiter?.bytes ?? 0;
      if (answer || replayed || lines) waiter?.resolve(said);
      else if (refused) waiter?.reject(new DomainError(refused.kind, refused.code, refused.message));
      else {
        options.onFailure(failure ?? "unknown");
        waiter?.reject(lost());
      }
    });
    started.on("error", (error) => options.onFailure(error.name));
    started.on("exit", () => ended(startedAt));
    return started;
  }

  function ended(startedAt: number): void {
    worker = undefined;
    for (const tell of asking.splice(0)) tell(false);
    for (const waiter of waiting.values()) waiter.reject(lost());
    waiting.clear();
    waitingBytes = 0;
    if (closing) return;
    pause = Date.now() - startedAt > SETTLED_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
    setTimeout(() => {
      if (!closing) worker = start();
    }, pause).unref();
  }

  function ask(
    request: (id: number) => FeedRequest,
    size: number,
    handedOver: ArrayBuffer[] = [],
  ): Promise<FeedAnswer> {
    const id = next++;
    return new Promise((resolve, reject) => {
      if (!worker) return reject(notNow());
      waiting.set(id, { bytes: size, resolve, reject });
      waitingBytes += size;
      worker.postMessage(request(id), handedOver);
    });
  }

  return {
    replay: async (replay) => (await ask((id) => ({ id, replay }), 0)).replayed as ReplayAnswer,
    replayAfterUnmerge: async (unmerge) =>
      (await ask((id) => ({ id, unmerge }), 0)).replayed as { outcome: UnmergeReplay },
    replayAnew: async (anew) => (await ask((id) => ({ id, anew }), 0)).answer as ThreadAnswer,
    receive({ bytes, ...message }) {
      const size = bytes.byteLength;
      // One alone is always taken, whatever its size.
      if (waitingBytes > 0 && waitingBytes + size > maxWaitingBytes) return Promise.reject(busy());
      // A copy of its own: the buffer is handed over, not shared.
      const copy = new Uint8Array(bytes).buffer;
      return ask((id) => ({ id, message, bytes: copy }), size, [copy]).then(({ answer }) => answer as ThreadAnswer);
    },
    async receiveLines(head, chunks) {
      const id = next++;
      const to = worker;
      if (!to) throw notNow();
      const sending = sendChunks(id, (message, transfer) => to.postMessage(message, transfer));
      const answered = new Promise<LinesAnswer>((resolve, reject) => {
        const resolved = ({ lines }: FeedAnswer) => (lines ? resolve(lines) : reject(lost()));
        waiting.set(id, { bytes: 0, resolve: resolved, took: sending.took, reject });
      });
      to.postMessage({ id, head } satisfies FeedLines);
      answered.catch(() => sending.stop());
      try {
        await sending.all(chunks);
      } catch (error) {
        answered.catch(() => undefined);
        throw error;
      }
      return answered;
    },
    isReady() {
      return new Promise((resolve) => {
        if (!worker) return resolve(false);
        asking.push(resolve);
        worker.postMessage({ check: true } satisfies FeedCheck);
      });
    },
    async close() {
      closing = true;
      if (!worker) return;
      const over = new Promise<void>((resolve) => worker?.once("exit", () => resolve()));
      worker.postMessage("close");
      await over;
    },
  };
}
