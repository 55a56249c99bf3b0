import { type CryptoKey, createLocalJWKSet, errors, type JSONWebKeySet, type JWSHeaderParameters } from "jose";

const FRESH_MS = 10 * 60_000;
const FORCED_MS = 60_000;
/** In an outage the last good keys go on: one day, so that a key taken back does not live for ever. */
const KEPT_MS = 24 * 3_600_000;

export interface ProviderKeys {
  /** The one key that fits. @throws jose's JWKSNoMatchingKey or JWKSMultipleMatchingKeys, or what the fetch threw. */
  find(header: JWSHeaderParameters): Promise<CryptoKey>;
}

/**
 * A provider's signing keys, fetched when first needed and every ten minutes. A key nobody knows is asked for
 * at once, but once a minute at most, so that invented kids cost the provider nothing.
 */
export function providerKeys(load: () => Promise<JSONWebKeySet>, now: () => number = Date.now): ProviderKeys {
  let held: { select: ReturnType<typeof createLocalJWKSet>; at: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let forcedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  function refresh(): Promise<void> {
    triedAt = now();
    loading ??= load()
      .then((keys) => {
        held = { select: createLocalJWKSet(keys), at: now() };
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  async function current() {
    const age = held ? now() - held.at : Number.POSITIVE_INFINITY;
    const soon = now() - triedAt < FORCED_MS;
    if (age > FRESH_MS && !(held && age < KEPT_MS && soon)) {
      try {
        await refresh();
      } catch (error) {
        if (!held || age >= KEPT_MS) throw error;
      }
    }
    if (!held) throw new Error("unreachable: a refresh without keys throws");
    return held.select;
  }

  return {
    async find(header) {
      const select = await current();
      try {
        return await select(header);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || now() - forcedAt < FORCED_MS) throw error;
        forcedAt = now();
        await refresh().catch(() => undefined);
        return (await current())(header);
      }
    },
  };
}
