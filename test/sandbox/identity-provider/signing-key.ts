import fs from "node:fs/promises";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { Profile } from "./profiles/profile.ts";

/** The key a profile's ID tokens are signed with, kept in `folder` so that a restart does not strand its clients. */
export async function signingKey(
  folder: string | undefined,
  { name, alg }: Pick<Profile, "name" | "alg">,
): Promise<JWK> {
  if (folder === undefined) return newKey(alg);
  const file = path.join(folder, `identity-provider${name === "plain" ? "" : `-${name}`}.jwk.json`);
  return (await readKey(file, alg)) ?? writeKey(file, await newKey(alg));
}

/** A fresh key pair with a name of its own. */
export async function newKey(alg: Profile["alg"]): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: "sig", kid: await calculateJwkThumbprint(jwk) };
}

/** The half that may be seen. */
export function publicHalf({ d, p, q, dp, dq, qi, ...rest }: JWK): JWK {
  return rest;
}

async function readKey(file: string, alg: string): Promise<JWK | undefined> {
  try {
    const jwk: JWK = JSON.parse(await fs.readFile(file, "utf8"));
    return jwk.alg === alg && jwk.d !== undefined ? jwk : undefined;
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
