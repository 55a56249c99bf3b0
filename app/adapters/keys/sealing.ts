import crypto from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/**
 * What a value belongs to. It derives the key (each facility and person has its own) and is bound
 * to the ciphertext, so that a value moved to another row does not open.
 */
export interface SealedFor {
  table: string;
  owner: string;
  row: string;
}

/** Derived keys by the secret they come from, then by owner; deriving one costs more than sealing a name. */
const derived = new WeakMap<Buffer, Map<string, Buffer>>();
const DERIVED_KEPT = 2_000;
const CIPHER = "aes-256-gcm";

/** Envelope: length of key id, key id, 12-byte nonce, 16-byte tag, ciphertext (AES-256-GCM). */
export function seal(keys: KeyRing, belongs: SealedFor, plain: string | Uint8Array): Buffer {
  const keyId = keys.sealing.current;
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv(CIPHER, keyFor(keys, keyId, belongs.owner), nonce);
  cipher.setAAD(aad(belongs));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([keyId.length]), Buffer.from(keyId), nonce, cipher.getAuthTag(), body]);
}

/** @throws when the envelope was altered, moved, or sealed with a key we no longer have. */
export function unseal(keys: KeyRing, belongs: SealedFor, sealed: Buffer): Buffer {
  const start = 1 + (sealed[0] ?? 0);
  const keyId = sealed.subarray(1, start).toString();
  const nonce = sealed.subarray(start, start + 12);
  // The length is said, or a tag of four bytes would do.
  const decipher = crypto.createDecipheriv(CIPHER, keyFor(keys, keyId, belongs.owner), nonce, { authTagLength: 16 });
  decipher.setAAD(aad(belongs));
  decipher.setAuthTag(sealed.subarray(start + 12, start + 28));
  return Buffer.concat([decipher.update(sealed.subarray(start + 28)), decipher.final()]);
}

export const unsealText = (keys: KeyRing, belongs: SealedFor, sealed: Buffer): string =>
  unseal(keys, belongs, sealed).toString("utf8");

function aad(belongs: SealedFor): Buffer {
  return Buffer.from(`${belongs.table}\n${belongs.owner}\n${belongs.row}`);
}

function keyFor(keys: KeyRing, keyId: string, owner: string): Buffer {
  const master = keys.sealing.keys.get(keyId);
  if (!master) throw new Error(`There is no sealing key "${keyId}" in KEYS_DIR.`);
  const known = derived.get(master) ?? new Map<string, Buffer>();
  derived.set(master, known);
  const cached = known.get(owner);
  if (cached) return cached;
  const key = Buffer.from(crypto.hkdfSync("sha256", master, "so-khoe sealing", owner, 32));
  if (known.size >= DERIVED_KEPT) known.clear();
  known.set(owner, key);
  return key;
}
