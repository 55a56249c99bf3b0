import fs from "node:fs";
import path from "node:path";
import { type CryptoKey, importJWK, type JWK } from "jose";
import { DomainError } from "#app/shared/errors.ts";
import { RELYING_PARTY_KEYS, type RelyingPartyAlgorithm, type RelyingPartyKeyFile, readKeyFile } from "./key-file.ts";
import { weakKeys } from "./refuse-weak.ts";
import { withStates } from "./states.ts";

export interface OwnKey {
  kid: string;
  alg: RelyingPartyAlgorithm;
  key: CryptoKey;
}

/** The portal's own keys towards digital IDs. */
export interface RelyingPartyKeys {
  sandbox: boolean;
  /** What we sign with now. @throws when there is no key for this algorithm. */
  signingKey(alg: RelyingPartyAlgorithm): Promise<OwnKey>;
  /** Whatever may still be encrypted for us, the current first. */
  decryptionKeys(): Promise<OwnKey[]>;
  /** The public halves that are to be published. */
  publicKeys(): { keys: JWK[] };
  has(alg: RelyingPartyAlgorithm): boolean;
}

/**
 * The keys of `KEYS_DIR`, read again whenever the file changes: a rotation needs no restart. A file that
 * became unreadable leaves the last good one in force. @throws when there is no good one at first, or a weak key in it.
 */
export function loadRelyingPartyKeys(folder: string, now: () => Date = () => new Date()): RelyingPartyKeys {
  const file = watched(folder);
  const imported = new Map<string, Promise<CryptoKey>>();
  const own = async ({ kid, alg, privateJwk }: RelyingPartyKeyFile["keys"][number]): Promise<OwnKey> => {
    const key = imported.get(kid) ?? (importJWK(privateJwk, alg) as Promise<CryptoKey>);
    imported.set(kid, key);
    return { kid, alg, key: await key };
  };
  const states = () => withStates(file().keys, now());
  return {
    get sandbox() {
      return file().sandbox;
    },
    has: (alg) => file().keys.some((key) => key.alg === alg),
    async signingKey(alg) {
      const found = states().find(({ key, state }) => key.alg === alg && state === "current");
      if (!found)
        throw new DomainError(
          "unavailable",
          "own-key-missing",
          `There is no key for ${alg}: npm run keys -- add ${alg}`,
        );
      return own(found.key);
    },
    decryptionKeys: () => {
      const usable = states().filter(({ key, state }) => key.use === "enc" && state !== "gone");
      const order = usable.sort((a, b) => Number(b.state === "current") - Number(a.state === "current"));
      return Promise.all(order.map(({ key }) => own(key)));
    },
    publicKeys: () => ({
      keys: states().flatMap(({ key, state }) =>
        state === "gone" || (state === "previous" && key.use === "enc") ? [] : [publicHalf(key.privateJwk)],
      ),
    }),
  };
}

/** By list, so that no private member can slip through. */
function publicHalf({ kty, kid, use, alg, crv, x, y, n, e }: JWK): JWK {
  const members = Object.entries({ kty, kid, use, alg, crv, x, y, n, e });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as unknown as JWK;
}

function watched(folder: string): () => RelyingPartyKeyFile {
  const at = path.join(folder, RELYING_PARTY_KEYS);
  let version = stamp(at);
  let known = checked(folder);
  return () => {
    const found = stamp(at);
    if (found === version) return known;
    try {
      known = checked(folder);
      version = found;
    } catch {
      // Half copied, or away for a moment: asked again at the next use.
    }
    return known;
  };
}

function checked(folder: string): RelyingPartyKeyFile {
  const file = readKeyFile(folder);
  const [weak] = weakKeys(file.keys);
  if (weak) throw new Error(`The key file ${path.join(folder, RELYING_PARTY_KEYS)}: ${weak}`);
  return file;
}

function stamp(file: string): string | undefined {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs} ${found.size} ${found.ino}`;
}
