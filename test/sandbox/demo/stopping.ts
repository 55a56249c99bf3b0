import type { Steps } from "./steps.ts";

type Stop = () => Promise<unknown> | unknown;

export interface Stopping {
  /** Remembers how to stop what was just started. */
  add(stop: Stop): void;
  /** Stops everything that was started, last first, whoever asks and how often, and ends this process. */
  now(why?: string): Promise<void>;
}

export function stopping(steps: Steps): Stopping {
  const stops: Stop[] = [];
  let under: Promise<void> | undefined;
  const everything = async (why?: string) => {
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
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void now());
  // npm does not hand every signal on; when whoever started us is gone, so are we.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void now();
  }, 1_000).unref();
  return { add: (stop) => void stops.push(stop), now };
}
