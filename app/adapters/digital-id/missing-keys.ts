import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import type { ProviderSettings } from "./settings.ts";

/** What a provider's settings need of our own keys and `KEYS_DIR` does not hold, in words. */
export function missingKeys(p: ProviderSettings, keys: Pick<RelyingPartyKeys, "has">): string[] {
  const signs = [
    ...(p.clientAuthentication === "private_key_jwt" ? [p.clientAssertion.alg] : []),
    ...(p.jar === "on" ? [p.jarAlg] : []),
  ];
  const missing = [...new Set(signs)].flatMap((alg) => (keys.has(alg) ? [] : [needs(p.id, `signs with ${alg}`, alg)]));
  const encrypted = p.idToken.encrypted || ["jwe", "jws-in-jwe"].includes(p.userinfo.format);
  if (
    encrypted &&
    !p.encryption.algs.some((alg) => keys.has(alg.startsWith("ECDH") ? "ECDH-ES+A256KW" : "RSA-OAEP-256"))
  )
    missing.push(needs(p.id, `receives what is encrypted with ${p.encryption.algs.join(" or ")}`, ownFor(p)));
  return missing;
}

const ownFor = ({ encryption }: ProviderSettings): string =>
  encryption.algs.some((alg) => alg.startsWith("ECDH")) ? "ECDH-ES+A256KW" : "RSA-OAEP-256";

const needs = (id: string, what: string, alg: string): string =>
  `Provider "${id}" ${what}, and KEYS_DIR has no such key: npm run keys -- add ${alg}`;
