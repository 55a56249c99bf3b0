import fs from "node:fs/promises";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";

/** The key ID tokens are signed with, kept in `folder` so that a restart does not strand its clients. */
export async function signingKey(folder: string | undefined): Promise<JWK> {
  if (folder === undefined) return newKey();
  const file = path.join(folder, "identity-provider.jwk.json");
  return (await readKey(file)) ?? writeKey(file, await newKey());
}

/** A fresh ES256 key pair with a name of its own. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: "ES256", use: "sig", kid: await calculateJwkThumbprint(jwk) };
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    const jwk: JWK = JSON.parse(await fs.readFile(file, "utf8"));
    return jwk.kty === "EC" && jwk.d !== undefined ? jwk : undefined;
  } catch (error) {
    // Nothing there yet, or half written when the machine went down: a new key does no harm here.
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT")) return;
    throw error;
  }
}

async function writeKey(file: string, jwk: JWK): Promise<JWK> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await fs.writeFile(draft, JSON.stringify(jwk), { mode: 0o600 });
  await fs.rename(draft, file);
  return jwk;
}
