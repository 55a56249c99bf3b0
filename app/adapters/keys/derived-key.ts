import { hkdfSync } from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/** A key for one purpose, from the person-hash key in use; it changes with that. What it signs may be lost without harm. */
export function derivedKey(keys: KeyRing, purpose: string): Buffer {
  const { current, keys: all } = keys.personHash;
  const key = all.get(current);
  if (!key) throw new Error(`There is no person-hash key "${current}" in KEYS_DIR.`);
  return Buffer.from(hkdfSync("sha256", key, "", `so-khoe ${purpose}`, 32));
}
