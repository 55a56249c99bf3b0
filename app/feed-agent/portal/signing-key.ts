import crypto from "node:crypto";
import type { JWK } from "jose";

/** How the portal lets a key sign for its client: SMART Backend Services' two, and ES256. */
export function algorithmOf({ kty, crv }: JWK): "ES256" | "ES384" | "RS384" | undefined {
  if (kty === "RSA") return "RS384";
  if (kty === "EC" && crv === "P-256") return "ES256";
  return kty === "EC" && crv === "P-384" ? "ES384" : undefined;
}

const MADE = "make a new one as docs/feed-agent.md says, and have its public part registered";

/** Why the portal would never take this private key, in words; `undefined` for one that it takes once registered. */
export function keyFault(key: JWK): string | undefined {
  const algorithm = algorithmOf(key);
  const is = [key.kty, key.crv].filter(Boolean).join(" ");
  if (!algorithm) return `is a key of type ${is}; the portal takes EC P-256, EC P-384 and RSA: ${MADE}`;
  if (key.alg !== undefined && key.alg !== algorithm)
    return `is a key for ${key.alg}; the portal takes ${algorithm} of such a key: set "alg": "${algorithm}" here and in what was registered`;
  try {
    const { asymmetricKeyDetails: details } = crypto.createPrivateKey({ key: key as crypto.JsonWebKey, format: "jwk" });
    if (key.kty === "RSA" && (details?.modulusLength ?? 0) < 2_048)
      return `is an RSA key of fewer than 2048 bits: ${MADE}`;
  } catch {
    return `cannot be read as a private key: ${MADE}`;
  }
  return undefined;
}
