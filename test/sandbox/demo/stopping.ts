import fs from "node:fs";
import type { Steps } from "./steps.ts";

type Stop = () => Promise<unknown> | unknown;

export interface Stopping {
  /** Remembers how to stop what was just started. */
  add(stop: Stop): void;
  /** Is told when the stopping begins. */
  begin: (() => void) | undefined;
  /** Stops everything that was started, last first, whoever asks and how often, and ends this process. */
  now(why?: string): Promise<void>;
}

export function stoppable(steps: Steps): Stopping {
  const stops: Stop[] = [];
  let under: Promise<void> | undefined;
  const everything = async (why?: string) => {
    stopping.begin?.();
    steps.say(why ? `\n${why}` : "\nStopping …");
    for (let one = stops.pop(); one; one = stops.pop()) {
      try {
        await one();
      } catch (error) {
        steps.say(error instanceof Error ? error.message : String(error));
      }
    }
    process.exit(why ? 1 : 0);
  };
  const now = (why?: string) => {
    under ??= everything(why);
    return under;
  };
  const stopping: Stopping = { add: (stop) => void stops.push(stop), begin: undefined, now };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void now());
  // npm does not hand every signal on; when whoever started us is gone, so are we.
  const ancestors = starters();
  setInterval(() => {
    if (starters() !== ancestors) void now();
  }, 1_000).unref();
  return stopping;
}

/** Who started us, and where it can be asked and was npm, who started that: npm puts a shell between. */
function starters(): string {
  if (!process.env.npm_lifecycle_event) return String(process.ppid);
  try {
    const status = fs.readFileSync(`/proc/${process.ppid}/status`, "utf8");
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return String(process.ppid);
  }
}
