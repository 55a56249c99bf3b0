import { type CryptoKey, importJWK, type JWK } from "jose";
import * as oidc from "openid-client";

/** A DPoP key pair of one sign-in and what openid-client makes proofs with (RFC 9449). */
export interface Proof {
  pair: { publicKey: CryptoKey; privateKey: CryptoKey };
  handle: oidc.DPoPHandle;
}

export async function newProof(configuration: oidc.Configuration): Promise<Proof> {
  const pair = await oidc.randomDPoPKeyPair("ES256", { extractable: true });
  return { pair, handle: oidc.getDPoPHandle(configuration, pair) };
}

/** The proof that a kept private key makes possible again. */
export async function proofOf(configuration: oidc.Configuration, privateJwk: JWK): Promise<Proof> {
  const { kty, crv, x, y } = privateJwk;
  const [privateKey, publicKey] = await Promise.all([
    importJWK(privateJwk, "ES256"),
    importJWK({ kty, crv, x, y, ext: true } as JWK, "ES256"),
  ]);
  const pair = { privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey };
  return { pair, handle: oidc.getDPoPHandle(configuration, pair) };
}
