import { identifierHash } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";

/** By which a provider's `sub` finds the sessions it opened. */
export const subjectHash = (keys: KeyRing, issuer: string, subject: string): Buffer =>
  identifierHash(keys, { kind: "oidc_subject", scope: issuer, value: subject });

/** By which a provider's `sid` finds the session it opened. A session outlives no change of the hash key. */
export const providerSessionHash = (keys: KeyRing, issuer: string, sid: string): Buffer =>
  identifierHash(keys, { kind: "oidc_subject", scope: `${issuer}#sid`, value: sid });
