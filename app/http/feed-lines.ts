import type { FeedLines } from "./feed-messages.ts";

/** The thread is done with so many bytes. */
export interface ChunkTaken {
  id: number;
  took: number;
}

/** Bytes that may be on their way to the thread at once; more would only wait there. */
const MOST_AHEAD = 2 * 1_048_576;

/** The portal's side: sends pieces no faster than they are taken. */
export function sendChunks(id: number, post: (message: FeedLines, transfer: ArrayBuffer[]) => void) {
  let ahead = 0;
  let stopped = false;
  let wake: () => void = () => undefined;
  return {
    took(bytes: number): void {
      ahead -= bytes;
      wake();
    },
    stop(): void {
      stopped = true;
      wake();
    },
    /** Sends all, or says that it broke off. */
    async all(chunks: AsyncIterable<Uint8Array>): Promise<void> {
      try {
        for await (const chunk of chunks) {
          if (stopped) return;
          const copy = new Uint8Array(chunk).buffer;
          ahead += copy.byteLength;
          post({ id, chunk: copy }, [copy]);
          while (ahead > MOST_AHEAD && !stopped) await new Promise<void>((go) => (wake = go));
        }
      } catch (error) {
        post({ id, end: false }, []);
        throw error;
      }
      post({ id, end: true }, []);
    },
  };
}

interface Queue {
  chunks: Uint8Array[];
  /** `false`: it broke off. */
  ended: boolean | undefined;
  wake: () => void;
}

/** The thread's side: what has come of each stream, in order; `done` hears of every piece that is used up. */
export function chunkQueues(done: (took: ChunkTaken) => void) {
  const queues = new Map<number, Queue>();

  async function* read(id: number, queue: Queue): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = queue.chunks.shift();
      if (chunk) {
        yield chunk;
        done({ id, took: chunk.byteLength });
      } else if (queue.ended) return;
      else if (queue.ended === false) throw new Error("The body did not come to its end.");
      else await new Promise<void>((go) => (queue.wake = go));
    }
  }

  return {
    open(id: number): AsyncGenerator<Uint8Array> {
      const queue: Queue = { chunks: [], ended: undefined, wake: () => undefined };
      queues.set(id, queue);
      return read(id, queue);
    },
    push(id: number, chunk: ArrayBuffer): void {
      const queue = queues.get(id);
      // Nobody reads it any more; the sender must not wait for it.
      if (!queue) done({ id, took: chunk.byteLength });
      queue?.chunks.push(new Uint8Array(chunk));
      queue?.wake();
    },
    end(id: number, whole: boolean): void {
      const queue = queues.get(id);
      if (queue) queue.ended = whole;
      queue?.wake();
    },
    close: (id: number): boolean => queues.delete(id),
  };
}
