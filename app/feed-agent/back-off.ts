const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;

/**
 * How long to wait after the n-th failure in a row (from 1): doubling, at most five minutes, half of it
 * by chance so that agents do not come back all at once; never less than the portal asked for.
 */
export function backOff(failures: number, { least = 0, random = Math.random, first = FIRST_MS } = {}): number {
  const whole = Math.min(LONGEST_MS, first * 2 ** Math.min(failures - 1, 20));
  return Math.max(least, whole / 2 + (whole / 2) * random());
}
