import os from "node:os";
import { type FeedGate, feedGate, type GateOptions } from "./feed-gate.ts";

/** One thread keeps a core busy and the database half a one; more would take the cores from the pages. */
const MOST_THREADS = 2;

/** As many feed threads as the machine has use for, as one gate: each delivery goes to the one with the fewest. */
export function feedGates(options: GateOptions, threads = Math.min(MOST_THREADS, os.availableParallelism())): FeedGate {
  const gates = Array.from({ length: threads }, () => ({ gate: feedGate(options), underWay: 0 }));
  async function byLeast<T>(work: (gate: FeedGate) => Promise<T>): Promise<T> {
    const least = gates.reduce((a, b) => (b.underWay < a.underWay ? b : a));
    least.underWay++;
    try {
      return await work(least.gate);
    } finally {
      least.underWay--;
    }
  }
  return {
    receive: (message) => byLeast((gate) => gate.receive(message)),
    replay: (input) => byLeast((gate) => gate.replay(input)),
    replayAfterUnmerge: (input) => byLeast((gate) => gate.replayAfterUnmerge(input)),
    replayAnew: (input) => byLeast((gate) => gate.replayAnew(input)),
    receiveLines: (head, chunks) => byLeast((gate) => gate.receiveLines(head, chunks)),
    isReady: async () => (await Promise.all(gates.map(({ gate }) => gate.isReady()))).every(Boolean),
    close: async () => {
      await Promise.all(gates.map(({ gate }) => gate.close()));
    },
  };
}
