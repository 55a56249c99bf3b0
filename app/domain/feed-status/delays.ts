/** Upper ends, in hours, of the stretches by which delays are counted. What took longer is history being loaded. */
export const DELAY_HOURS = [1, 6, 12, 24, 48, 72, 168, 720] as const;

/** Kinds of refusal told of one delivery; there are fewer than this in all. */
export const MOST_CODES = 100;

/** Where a delay is counted; `undefined` for what is older than the last stretch. */
export function delayBucket(seconds: number): number | undefined {
  const at = DELAY_HOURS.findIndex((hours) => seconds <= hours * 3600);
  return at < 0 ? undefined : at;
}

/** Within how many hours a share of what was counted had come, at most; `undefined` when nothing was counted. */
export function delayHours(days: readonly (readonly number[])[], share: number): number | undefined {
  const counts = DELAY_HOURS.map((_, at) => days.reduce((sum, day) => sum + (day[at] ?? 0), 0));
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return undefined;
  let passed = 0;
  const at = counts.findIndex((n) => {
    passed += n;
    return passed >= total * share;
  });
  return DELAY_HOURS[at];
}
