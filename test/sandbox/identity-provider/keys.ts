import { createPublicKey } from "node:crypto";
import { importJWK, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import type { Profile } from "./profiles/profile.ts";
import { publicHalf } from "./signing-key.ts";

/** A provider's signing key, and what its list of keys shows besides it. */
export interface SpoilingKeys {
  alg: Profile["alg"];
  clientSecret: string;
  /** Signs with its own key unless another is given; the header stays as it is. */
  sign(claims: JWTPayload, header: Partial<JWTHeaderParameters>, key?: JWK): Promise<string>;
  publicPem(): Promise<string>;
  /** The list holds this key as well from now on. */
  publishToo(key: JWK): void;
  publishOnlyOwn(): void;
  published(): JWK[];
  own: JWK;
}

export function spoilingKeys(own: JWK, alg: Profile["alg"], clientSecret: string): SpoilingKeys {
  let more: JWK[] = [];
  return {
    alg,
    clientSecret,
    own,
    sign: async (claims, header, key = own) =>
      new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(await importJWK(key, alg)),
    publicPem: async () =>
      String(createPublicKey({ key: publicHalf(own), format: "jwk" }).export({ type: "spki", format: "pem" })),
    publishToo: (key) => {
      more = [publicHalf(key)];
    },
    publishOnlyOwn: () => {
      more = [];
    },
    published: () => [publicHalf(own), ...more],
  };
}
