import type { JWK } from "jose";
import type { RelyingPartyKey } from "./key-file.ts";

const SHORTEST_RSA = 2_048;

/** What is too weak among these keys, in words; nothing of a key but its kid. */
export const weakKeys = (keys: readonly RelyingPartyKey[]): string[] =>
  keys.flatMap(({ kid, alg, privateJwk }) => {
    const why = unfit(alg, privateJwk);
    return why === undefined ? [] : [`the key ${kid} ${why}.`];
  });

function unfit(alg: string, { kty, crv, n = "" }: JWK): string | undefined {
  if (/^(RS|PS)/.test(alg)) {
    if (kty !== "RSA") return `is no RSA key, as ${alg} needs`;
    const bits = bitLength(Buffer.from(n, "base64url"));
    return bits < SHORTEST_RSA ? `has ${bits} bits; RSA needs at least ${SHORTEST_RSA}` : undefined;
  }
  const curve = alg === "EdDSA" ? "Ed25519" : "P-256";
  return crv === curve ? undefined : `is not on the curve ${curve}, as ${alg} needs`;
}

function bitLength(modulus: Buffer): number {
  const first = modulus.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}
