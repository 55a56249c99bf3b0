import type { RelyingPartyKey } from "./key-file.ts";

const HOUR = 3_600_000;

/** A new key is published so long before it is used: providers keep a key set for hours. */
export const PUBLISHED_AHEAD_HOURS = 24;
/** A signature lives minutes, but what was encrypted for an old key set may come for days. */
export const KEPT_AFTERWARDS_HOURS = 7 * 24;

export type KeyState = "next" | "current" | "previous" | "gone";

/** Each key with the state its dates give it: one current of each algorithm, the one used last. */
export function withStates(
  keys: readonly RelyingPartyKey[],
  now: Date,
): { key: RelyingPartyKey; state: KeyState; until: Date | undefined }[] {
  return keys.map((key) => {
    const replacedAt = replacement(key, keys);
    const until = replacedAt === undefined ? undefined : new Date(replacedAt + KEPT_AFTERWARDS_HOURS * HOUR);
    return { key, state: stateOf(key, replacedAt, now.getTime()), until };
  });
}

/** When the next key of the same algorithm takes over. */
function replacement(key: RelyingPartyKey, keys: readonly RelyingPartyKey[]): number | undefined {
  const [from, at] = [Date.parse(key.usedFrom), keys.indexOf(key)];
  const later = keys
    .filter((one, i) => one.alg === key.alg && one !== key && after(Date.parse(one.usedFrom), i, from, at))
    .map((one) => Date.parse(one.usedFrom));
  return later.length === 0 ? undefined : Math.min(...later);
}

const after = (from: number, at: number, than: number, thanAt: number): boolean =>
  from > than || (from === than && at > thanAt);

function stateOf(key: RelyingPartyKey, replacedAt: number | undefined, now: number): KeyState {
  if (Date.parse(key.usedFrom) > now) return "next";
  if (replacedAt === undefined || replacedAt > now) return "current";
  return now < replacedAt + KEPT_AFTERWARDS_HOURS * HOUR ? "previous" : "gone";
}
