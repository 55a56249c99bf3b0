import fs from "node:fs";
import path from "node:path";
import type { JWK } from "jose";
import { z } from "zod";
import { jsonOf } from "#app/shared/json.ts";
import { writeSecretFile } from "../key-ring.ts";

export const RELYING_PARTY_KEYS = "rp-keys.json";

export const signingAlgorithms = ["ES256", "PS256", "RS256", "RS512", "EdDSA"] as const;
export const encryptionAlgorithms = ["ECDH-ES+A256KW", "RSA-OAEP-256"] as const;
export const relyingPartyAlgorithms = [...signingAlgorithms, ...encryptionAlgorithms] as const;
export type RelyingPartyAlgorithm = (typeof relyingPartyAlgorithms)[number];

const jwk = z.looseObject({ kty: z.enum(["EC", "RSA", "OKP"]), d: z.string().min(1) });

const key = z.object({
  kid: z.string().min(8),
  use: z.enum(["sig", "enc"]),
  alg: z.enum(relyingPartyAlgorithms),
  /** Published since. */
  madeAt: z.iso.datetime(),
  /** Signs, or is the one to encrypt to, from then on; the one before it becomes the previous. */
  usedFrom: z.iso.datetime(),
  privateJwk: jwk,
});

/** One private key of ours. Its state follows from the dates of all keys of its algorithm: `states.ts`. */
export type RelyingPartyKey = Omit<z.infer<typeof key>, "privateJwk"> & { privateJwk: JWK };

const file = z.object({ sandbox: z.boolean().default(false), keys: z.array(key) });
export interface RelyingPartyKeyFile {
  sandbox: boolean;
  keys: RelyingPartyKey[];
}

/** @throws naming the file that is missing or malformed; never quoting it. */
export function readKeyFile(folder: string): RelyingPartyKeyFile {
  const at = path.join(folder, RELYING_PARTY_KEYS);
  let text: string;
  try {
    text = fs.readFileSync(at, "utf8");
  } catch (cause) {
    throw new Error(`The key file ${at} cannot be read; run "npm run keys" once, or set KEYS_DIR.`, { cause });
  }
  const read = file.safeParse(jsonOf(text));
  if (!read.success)
    throw new Error(`The key file ${at} is malformed; "npm run keys -- list" must be able to read it.`);
  return read.data as RelyingPartyKeyFile;
}

export const keyFileExists = (folder: string): boolean => fs.existsSync(path.join(folder, RELYING_PARTY_KEYS));

export const writeKeyFile = (folder: string, content: RelyingPartyKeyFile): void =>
  writeSecretFile(path.join(folder, RELYING_PARTY_KEYS), content);
