import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";
import { acrOf, type Levels } from "../assurance.ts";
import type { SpoilingKeys } from "../keys.ts";
import { type Forgery, forge, forgeries } from "./forge.ts";

/** Faults that change what an ID token says. */
const claimFaults = [
  "wrong-issuer",
  "wrong-audience",
  "wrong-nonce",
  "no-nonce",
  "bad-at-hash",
  "expired-token",
  "future-token",
  "wrong-azp",
  "several-audiences",
  "no-acr",
  "lower-acr",
] as const;

/** Faults that are a spoiled ID token. */
export const idTokenFaults = [...claimFaults, ...forgeries] as const;

type IdTokenFault = (typeof idTokenFaults)[number];

/** The same ID token with one thing wrong; everything else, header and key included, stays right. */
export async function spoilIdToken(
  token: string,
  fault: IdTokenFault,
  keys: SpoilingKeys,
  levels: Levels,
): Promise<string> {
  const claims = decodeJwt(token);
  const header = decodeProtectedHeader(token);
  if (isForgery(fault)) return forge(claims, header, fault, keys);
  return keys.sign(spoilClaims(claims, fault, levels), header);
}

const isForgery = (fault: IdTokenFault): fault is Forgery => (forgeries as readonly string[]).includes(fault);

function spoilClaims(claims: JWTPayload, fault: (typeof claimFaults)[number], levels: Levels): JWTPayload {
  const { acr, nonce, ...rest } = claims;
  const issuedAt = claims.iat ?? 0;
  switch (fault) {
    case "wrong-issuer":
      return { ...claims, iss: "https://impostor.example" };
    case "wrong-audience":
      return { ...claims, aud: "another-application" };
    case "wrong-nonce":
      return { ...claims, nonce: "nonce-of-another-sign-in" };
    case "no-nonce":
      return { ...rest, acr };
    case "bad-at-hash":
      return { ...claims, at_hash: "AAAAAAAAAAAAAAAAAAAAAA" };
    case "expired-token":
      return { ...claims, iat: issuedAt - 7_200, exp: issuedAt - 3_600 };
    case "future-token":
      return { ...claims, iat: issuedAt + 3_600, exp: issuedAt + 7_200 };
    case "wrong-azp":
      return { ...claims, azp: "another-application" };
    case "several-audiences":
      return { ...claims, aud: [String(claims.aud), "another-application"] };
    case "no-acr":
      return { ...rest, nonce };
    case "lower-acr":
      return { ...claims, acr: acrOf(levels, levels.lastIndexOf(String(acr))) };
  }
}
