import { GatewayFault } from "./fault.ts";

/** Failures in a row after which the gateway is left alone for a while. */
const FAILURES = 3;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 600_000;

export interface Breaker {
  /** @throws GatewayFault `resting` while it is open, or while one question tries whether it may close. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Spares a gateway that is down, and people the wait: after three failures in a row nobody asks for half a minute, doubling
 * to ten; then one question tries, and its answer closes it. Of this process alone.
 */
export function breaker(now: () => number): Breaker {
  let failures = 0;
  let openUntil = 0;
  let probing = false;
  return {
    async run(work) {
      const tries = failures >= FAILURES;
      if (tries && (probing || now() < openUntil)) throw resting(openUntil - now());
      probing = tries;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        failures += 1;
        openUntil = now() + pauseAfter(failures, error instanceof GatewayFault ? error.retryAfterSeconds : undefined);
        throw error;
      } finally {
        if (tries) probing = false;
      }
    },
  };
}

const resting = (leftMs: number) =>
  new GatewayFault("resting", { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) });

/** Milliseconds: doubling, never less than the gateway asked for. */
function pauseAfter(failures: number, askedSeconds = 0): number {
  const doubled = FIRST_PAUSE_MS * 2 ** Math.max(0, Math.min(failures - FAILURES, 10));
  return Math.min(Math.max(doubled, askedSeconds * 1000), LONGEST_PAUSE_MS);
}
