import fs from "node:fs";
import { exportJWK, generateKeyPair } from "jose";
import { newId } from "#app/shared/ids.ts";
import {
  encryptionAlgorithms,
  keyFileExists,
  type RelyingPartyAlgorithm,
  type RelyingPartyKey,
  readKeyFile,
  writeKeyFile,
} from "./key-file.ts";
import { PUBLISHED_AHEAD_HOURS, withStates } from "./states.ts";

const FIRST: readonly RelyingPartyAlgorithm[] = ["ES256", "ECDH-ES+A256KW"];

/** Makes the keys if there are none; what exists is kept. */
export async function makeRelyingPartyKeys(
  folder: string,
  {
    sandbox,
    now = new Date(),
    algorithms = FIRST,
  }: { sandbox: boolean; now?: Date; algorithms?: readonly RelyingPartyAlgorithm[] },
): Promise<void> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (keyFileExists(folder)) return;
  const keys = await Promise.all(algorithms.map((alg) => newKey(alg, now, now)));
  writeKeyFile(folder, { sandbox, keys });
}

/** A first key of an algorithm that some provider wants; used at once, for nobody has another. @throws when there is one. */
export async function addKey(folder: string, alg: RelyingPartyAlgorithm, now: Date): Promise<RelyingPartyKey> {
  const file = readKeyFile(folder);
  if (file.keys.some((key) => key.alg === alg))
    throw new Error(`There is a key for ${alg} already; rotate it instead.`);
  const key = await newKey(alg, now, now);
  writeKeyFile(folder, { ...file, keys: [...file.keys, key] });
  return key;
}

/**
 * Puts a new key beside each current one: published from now on, used after `aheadHours`, while the old one stays
 * for what still needs it. Algorithms that wait for a key already are left as they are. With `drop` the old keys
 * are believed lost: the new are used at once and the old are gone.
 */
export async function rotateKeys(
  folder: string,
  options: { algorithms: readonly RelyingPartyAlgorithm[]; now: Date; aheadHours?: number; drop?: boolean },
): Promise<RelyingPartyKey[]> {
  const { algorithms, now, drop = false, aheadHours = PUBLISHED_AHEAD_HOURS } = options;
  const file = readKeyFile(folder);
  const states = withStates(file.keys, now);
  const kept = states.filter(({ state, key }) => state !== "gone" && !(drop && algorithms.includes(key.alg)));
  const due = algorithms.filter((alg) => !kept.some(({ key, state }) => key.alg === alg && state === "next"));
  const usedFrom = drop ? now : new Date(now.getTime() + aheadHours * 3_600_000);
  const made = await Promise.all(due.map((alg) => newKey(alg, now, usedFrom)));
  writeKeyFile(folder, { ...file, keys: [...kept.map(({ key }) => key), ...made] });
  return made;
}

const isEncryption = (alg: RelyingPartyAlgorithm): boolean =>
  (encryptionAlgorithms as readonly RelyingPartyAlgorithm[]).includes(alg);

async function newKey(alg: RelyingPartyAlgorithm, now: Date, usedFrom: Date): Promise<RelyingPartyKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 3_072, crv: curve(alg) });
  const use = isEncryption(alg) ? "enc" : "sig";
  const kid = newId();
  const privateJwk = { ...(await exportJWK(privateKey)), kid, alg, use };
  return { kid, use, alg, madeAt: now.toISOString(), usedFrom: usedFrom.toISOString(), privateJwk };
}

const curve = (alg: RelyingPartyAlgorithm): string => (alg === "EdDSA" ? "Ed25519" : "P-256");
