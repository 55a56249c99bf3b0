import crypto from "node:crypto";
import { type IdentifierKind, normaliseIdentifier } from "#app/shared/identifiers.ts";
import type { KeyRing } from "./key-ring.ts";

export interface IdentifierToHash {
  kind: IdentifierKind;
  /** What makes the value unique: a facility's id, a system, an issuer; empty for national numbers. */
  scope: string;
  value: string;
}

/**
 * Keyed hash by which an identifier is found; prefixed with its key id. Written with the current key.
 * Without the key a list of all numbers could be hashed and compared.
 */
export function identifierHash(keys: KeyRing, identifier: IdentifierToHash, keyId = keys.personHash.current): Buffer {
  const key = keys.personHash.keys.get(keyId);
  if (!key) throw new Error(`There is no person-hash key "${keyId}" in KEYS_DIR.`);
  const value = identifier.kind === "oidc_subject" ? identifier.value : normaliseIdentifier(identifier.value);
  const mac = crypto.createHmac("sha256", key).update([identifier.kind, identifier.scope, value].join("\n")).digest();
  return Buffer.concat([Buffer.from(`${keyId}:`), mac]);
}

/** The hash under every key still in the ring: a look-up asks for all of them. */
export function identifierHashes(keys: KeyRing, identifier: IdentifierToHash): Buffer[] {
  return [...keys.personHash.keys.keys()].map((keyId) => identifierHash(keys, identifier, keyId));
}
