import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";

/** Three base64url parts and nothing else: no spaces, padding or line ends (interop fact 2). */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

export interface ExpectedToken {
  issuer: string;
  audience: string;
  /** JWS `typ`: one per purpose. */
  type: string;
  algorithms: string[];
  keys: JSONWebKeySet;
}

export type VerifiedToken =
  | { valid: true; claims: JWTPayload }
  | { valid: false; why: "form" | "expired" | "audience" | "signature" | "claims" };

/** Verifies a compact JWS against the keys of its one issuer. The text itself is never an identity. */
export async function verifyToken(token: string, expected: ExpectedToken): Promise<VerifiedToken> {
  if (token.length > 8_192 || !COMPACT.test(token)) return { valid: false, why: "form" };
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(expected.keys), {
      issuer: expected.issuer,
      audience: expected.audience,
      typ: expected.type,
      algorithms: expected.algorithms,
      requiredClaims: ["exp", "iat"],
      clockTolerance: 5,
    });
    return { valid: true, claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { valid: false, why: "expired" };
    if (error instanceof errors.JWTClaimValidationFailed)
      return { valid: false, why: error.claim === "aud" ? "audience" : "claims" };
    if (error instanceof errors.JOSEError) return { valid: false, why: "signature" };
    throw error;
  }
}
