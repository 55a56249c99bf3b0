/** What a facility's system may be allowed to do (design §7). */
export const machineScopes = ["system/*.cud"] as const;
export type MachineScope = (typeof machineScopes)[number];

/** Signature algorithms of client assertions: SMART Backend Services' two, and ES256. */
export const assertionAlgorithms = ["ES256", "ES384", "RS384"] as const;

/** Of one client: enough for two generations of a few machines. */
export const MOST_KEYS = 10;

/** Keys that are fetched hold an hour; a name nobody knows has them fetched at once, but at most once a minute. */
export const KEYS_HOLD_MINUTES = 60;
export const KEYS_TRY_SECONDS = 60;
/** While the address gives none, the last good keys hold a day: whoever stole one must not go on for ever. */
export const KEYS_STALE_HOURS = 24;

/** Must published keys be asked for again? The last good ones hold until that works, or they are stale. Pure. */
export function keysAreDue(
  known: { kids: readonly (string | undefined)[]; fetchedAt: Date | null },
  kid: string | undefined,
  now: Date,
): boolean {
  if (!known.fetchedAt || now.getTime() - known.fetchedAt.getTime() > KEYS_HOLD_MINUTES * 60_000) return true;
  return kid !== undefined && !known.kids.includes(kid);
}

/** May published keys no more be believed? Those that were pasted before the first fetch count from when it failed. Pure. */
export function keysAreStale(known: { fetchedAt: Date | null; failedAt: Date | null }, now: Date): boolean {
  const since = known.fetchedAt ?? known.failedAt;
  return since !== null && now.getTime() - since.getTime() > KEYS_STALE_HOURS * 3_600_000;
}
