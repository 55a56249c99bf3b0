import fs from "node:fs";
import path from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { writeSecretFile } from "#app/adapters/keys/key-ring.ts";
import { newId } from "#app/shared/ids.ts";

const FILE = "fhir-client.json";

export interface ClientKey {
  kid: string;
  publicJwk: JWK;
  privateJwk: JWK;
  sandbox: boolean;
}

/** The private key by which we are a client of hospitals' FHIR servers (ES384), from `KEYS_DIR`; absent until made. */
export function loadClientKey(folder: string): ClientKey | undefined {
  const file = path.join(folder, FILE);
  if (!fs.existsSync(file)) return undefined;
  const { key, sandbox = false } = JSON.parse(fs.readFileSync(file, "utf8")) as { key: JWK; sandbox?: boolean };
  const { d, ...publicJwk } = key;
  if (!d || !key.kid) throw new Error(`The key file ${file} does not hold a private key with a kid.`);
  return { kid: key.kid, publicJwk, privateJwk: key, sandbox };
}

/** Makes the key if there is none; what exists is kept. */
export async function makeClientKey(folder: string, options: { sandbox: boolean }): Promise<void> {
  const file = path.join(folder, FILE);
  if (fs.existsSync(file)) return;
  const { privateKey } = await generateKeyPair("ES384", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: newId(), alg: "ES384", use: "sig" };
  writeSecretFile(file, { sandbox: options.sandbox, key });
}

/** A client assertion for one token request (SMART Backend Services, RFC 7523): four minutes, used once. */
export async function clientAssertion(key: ClientKey, clientId: string, audience: string, now: Date): Promise<string> {
  const at = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: "ES384", kid: key.kid, typ: "JWT" })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(newId())
    .setIssuedAt(at)
    .setExpirationTime(at + 240)
    .sign(await importJWK(key.privateJwk, "ES384"));
}
