import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { acrOf } from "../assurance.ts";
import { newKey } from "../signing-key.ts";

/** Faults that are a spoiled ID token. */
export const idTokenFaults = [
  "wrong-issuer",
  "wrong-audience",
  "wrong-nonce",
  "expired-token",
  "bad-signature",
  "alg-none",
  "no-acr",
  "lower-acr",
] as const;

type IdTokenFault = (typeof idTokenFaults)[number];

/** The same ID token with one thing wrong; everything else, header and key included, stays right. */
export async function spoilIdToken(token: string, fault: IdTokenFault, ownKey: JWK): Promise<string> {
  if (fault === "alg-none") return unsigned(token);
  const key = await importJWK(fault === "bad-signature" ? await newKey() : ownKey, "ES256");
  const { alg = "ES256", ...header } = decodeProtectedHeader(token);
  return new SignJWT(spoilClaims(decodeJwt(token), fault)).setProtectedHeader({ ...header, alg }).sign(key);
}

function spoilClaims(claims: JWTPayload, fault: Exclude<IdTokenFault, "alg-none">): JWTPayload {
  const { acr, ...rest } = claims;
  switch (fault) {
    case "wrong-issuer":
      return { ...claims, iss: "https://impostor.example" };
    case "wrong-audience":
      return { ...claims, aud: "another-application" };
    case "wrong-nonce":
      return { ...claims, nonce: "nonce-of-another-sign-in" };
    case "expired-token":
      return { ...claims, iat: (claims.iat ?? 0) - 7_200, exp: (claims.iat ?? 0) - 3_600 };
    case "no-acr":
      return rest;
    case "lower-acr":
      return { ...rest, acr: acrOf(Number(String(acr).slice(-1)) - 1) };
    case "bad-signature":
      return claims;
  }
}

function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  return `${header}.${token.split(".")[1]}.`;
}
