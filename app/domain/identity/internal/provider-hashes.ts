import { identifierHash, identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";

const subject = (issuer: string, value: string) => ({ kind: "oidc_subject" as const, scope: issuer, value });

/** By which a provider's `sub` finds the account, and the sessions it opened. */
export const subjectHash = (keys: KeyRing, issuer: string, sub: string): Buffer =>
  identifierHash(keys, subject(issuer, sub));

/** The same under every key still in the ring: an account is found by any of them. */
export const subjectHashes = (keys: KeyRing, issuer: string, sub: string): Buffer[] =>
  identifierHashes(keys, subject(issuer, sub));

/** By which a provider's `sid` finds the session it opened. A session outlives no change of the hash key. */
export const providerSessionHash = (keys: KeyRing, issuer: string, sid: string): Buffer =>
  identifierHash(keys, subject(`${issuer}#sid`, sid));
