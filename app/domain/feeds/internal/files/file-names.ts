import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";

/** How the ids begin that are given to what a file tells; see `source-id.ts`. */
const FILE_ID = "f-";

/**
 * Names for what a file tells, of parts that begin with a kind: hashed with our key, for they are made of people's
 * numbers. The oldest key, always: rotating must not give known things new names.
 */
export function fileNames(keys: KeyRing): (...parts: string[]) => string {
  const [oldest] = [...keys.personHash.keys.keys()].sort();
  const key = keys.personHash.keys.get(oldest ?? "") ?? Buffer.alloc(0);
  return (...parts) =>
    `${FILE_ID}${crypto.createHmac("sha256", key).update(JSON.stringify(parts)).digest("hex").slice(0, 40)}`;
}
