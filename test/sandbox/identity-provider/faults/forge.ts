import { importJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import type { SpoilingKeys } from "../keys.ts";
import { newKey, publicHalf } from "../signing-key.ts";

/** Faults that are a wrong signature, or a wrong word about whose it is. */
export const forgeries = [
  "bad-signature",
  "alg-none",
  "alg-hs256-public-key",
  "alg-hs256-secret",
  "header-jwk",
  "header-jku",
  "unknown-kid",
  "no-kid",
  "no-kid-two-keys",
  "rotated-key",
] as const;
export type Forgery = (typeof forgeries)[number];

type Header = Partial<JWTHeaderParameters>;

/** The same claims under a header or a signature as an attacker, or a careless provider, would make them. */
export async function forge(claims: JWTPayload, header: Header, fault: Forgery, keys: SpoilingKeys): Promise<string> {
  const { kid, ...nameless } = header;
  switch (fault) {
    case "alg-none":
      return unsigned(claims);
    case "alg-hs256-public-key":
      return hs256(claims, header, await keys.publicPem());
    case "alg-hs256-secret":
      return hs256(claims, header, keys.clientSecret);
    case "bad-signature":
      return byStranger(claims, header, keys);
    case "header-jwk":
      return byStranger(claims, header, keys, (jwk) => ({ jwk: publicHalf(jwk) }));
    case "header-jku":
      return byStranger(claims, header, keys, () => ({ jku: "https://impostor.example/jwks" }));
    case "unknown-kid":
      return keys.sign(claims, { ...header, kid: "a-key-nobody-has" });
    case "no-kid":
      keys.publishOnlyOwn();
      return keys.sign(claims, nameless);
    case "no-kid-two-keys":
      keys.publishToo(await newKey(keys.alg));
      return keys.sign(claims, nameless);
    case "rotated-key": {
      const next = await newKey(keys.alg);
      keys.publishToo(next);
      return keys.sign(claims, { ...header, kid: next.kid ?? "" }, next);
    }
  }
}

function unsigned(claims: JWTPayload): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}

function hs256(claims: JWTPayload, header: Header, secret: string): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ ...header, alg: "HS256" }).sign(new TextEncoder().encode(secret));
}

async function byStranger(
  claims: JWTPayload,
  header: Header,
  { alg }: SpoilingKeys,
  more: (key: Awaited<ReturnType<typeof newKey>>) => object = () => ({}),
): Promise<string> {
  const key = await newKey(alg);
  return new SignJWT(claims).setProtectedHeader({ ...header, ...more(key), alg }).sign(await importJWK(key, alg));
}
