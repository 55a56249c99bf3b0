import fs from "node:fs";
import path from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { writeSecretFile } from "#app/adapters/keys/key-ring.ts";
import { newId } from "#app/shared/ids.ts";

const FILE = "oauth-signing.json";

/** The private key access tokens are signed with (ES256), from `KEYS_DIR`. */
export function loadSigningKey(folder: string): { privateJwk: JWK; publicJwk: JWK; sandbox: boolean } {
  const file = path.join(folder, FILE);
  let read: { sandbox?: boolean; key: JWK };
  try {
    read = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`The key file ${file} cannot be read; run "npm run keys" once, or set KEYS_DIR.`, { cause });
  }
  const { d, ...publicJwk } = read.key;
  if (!d || read.key.kty !== "EC" || read.key.crv !== "P-256")
    throw new Error(`The key file ${file} does not hold a private P-256 key.`);
  return { privateJwk: read.key, publicJwk, sandbox: read.sandbox ?? false };
}

/** Makes the key if there is none; what exists is kept. */
export async function makeSigningKey(folder: string, options: { sandbox: boolean }): Promise<void> {
  const file = path.join(folder, FILE);
  if (fs.existsSync(file)) return;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: newId(), alg: "ES256", use: "sig" };
  writeSecretFile(file, { sandbox: options.sandbox, key });
}
