import { z } from "zod";

/** Signatures that may be believed at all: never `none`, and never HS*, whose key both sides know. */
export const signatureAlgorithms = [
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
  ...["PS256", "PS384", "PS512", "RS256", "RS384", "RS512"],
] as const;

/** What we can sign with: one RP key for each that some provider needs. */
export const ownSignatureAlgorithms = ["ES256", "PS256", "RS256", "RS512", "EdDSA"] as const;
export type OwnSignatureAlgorithm = (typeof ownSignatureAlgorithms)[number];

/** How a provider may wrap a content key for us. RSA1_5 is missing on purpose: it can be guessed open (RFC 8725 §3.2). */
export const keyManagementAlgorithms = ["ECDH-ES+A256KW", "ECDH-ES+A128KW", "ECDH-ES", "RSA-OAEP-256"] as const;

export const contentEncryptions = [
  ...["A256GCM", "A128GCM", "A192GCM"],
  ...["A256CBC-HS512", "A128CBC-HS256", "A192CBC-HS384"],
] as const;

export const signatureList = z.array(z.enum(signatureAlgorithms)).min(1, "names no algorithm");

/** What is accepted where neither profile nor file says: OpenID's own default and what is better than it. */
export const usualSignatures = ["RS256", "PS256", "ES256", "EdDSA"] as const;
