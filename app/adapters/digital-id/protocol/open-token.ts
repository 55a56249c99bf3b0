import {
  type CompactJWSHeaderParameters,
  type CryptoKey,
  compactDecrypt,
  compactVerify,
  decodeProtectedHeader,
  errors,
} from "jose";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Claims } from "../claims/claim-at.ts";
import type { ProviderSettings } from "../settings.ts";
import type { ProviderKeys } from "./provider-keys.ts";

/** Compact forms and nothing else: no spaces, padding or line ends. */
const JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const JWE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const LONGEST = 256 * 1024;

export interface TokenKeys {
  provider: ProviderKeys;
  own: RelyingPartyKeys;
}

/** What a token is, and the first half of the code when it is refused. */
export type TokenKind = "token" | "userinfo" | "logout-token";

export const refusedToken = (kind: TokenKind, why: string): DomainError =>
  new DomainError("invalid", `${kind}-${why}`, `The provider's ${kind} was refused (${why}).`);

/** The text inside a JWE that was made for one of our keys. @throws `…-not-encrypted`, `…-decryption`, `…-decryption-key`. */
export async function decrypted(
  text: string,
  kind: TokenKind,
  { algs, encs }: ProviderSettings["encryption"],
  own: RelyingPartyKeys,
): Promise<string> {
  if (text.length > LONGEST) throw refusedToken(kind, "form");
  if (!JWE.test(text)) throw refusedToken(kind, JWS.test(text) ? "not-encrypted" : "form");
  const { alg = "", kid } = headerOf(text, kind);
  const family = alg.startsWith("ECDH") ? "ECDH" : "RSA";
  const fitting = (await own.decryptionKeys()).filter(
    (key) => key.alg.startsWith(family) && (kid === undefined || kid === key.kid),
  );
  if (fitting.length === 0) throw refusedToken(kind, "decryption-key");
  const options = { keyManagementAlgorithms: [...algs], contentEncryptionAlgorithms: [...encs] };
  for (const { key } of fitting) {
    const plain = await compactDecrypt(text, key, options).catch(() => undefined);
    if (plain) return Buffer.from(plain.plaintext).toString("utf8");
  }
  throw refusedToken(kind, "decryption");
}

/** A verified JWS. @throws `…-form`, `…-algorithm`, `…-key-unknown`, `…-key-ambiguous`, `…-signature`. */
export async function verified(
  text: string,
  kind: TokenKind,
  algorithms: readonly string[],
  provider: ProviderKeys,
): Promise<{ claims: Claims; header: CompactJWSHeaderParameters }> {
  if (text.length > LONGEST || !JWS.test(text)) throw refusedToken(kind, JWE.test(text) ? "encrypted" : "form");
  try {
    const find = (header: CompactJWSHeaderParameters): Promise<CryptoKey> => provider.find(header);
    const { payload, protectedHeader } = await compactVerify(text, find, { algorithms: [...algorithms] });
    return { claims: claimsIn(payload, kind), header: protectedHeader };
  } catch (error) {
    throw error instanceof errors.JOSEError || error instanceof TypeError ? refusedToken(kind, whyNot(error)) : error;
  }
}

export function claimsIn(payload: Uint8Array | string, kind: TokenKind): Claims {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload).toString("utf8"));
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims)) return claims as Claims;
  } catch {
    // Said below, without the parser's words, which quote the payload.
  }
  throw refusedToken(kind, "form");
}

function whyNot(error: Error): string {
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  if (error instanceof errors.JWKSNoMatchingKey) return "key-unknown";
  if (error instanceof errors.JWKSMultipleMatchingKeys) return "key-ambiguous";
  return error instanceof errors.JWSSignatureVerificationFailed ? "signature" : "form";
}

function headerOf(text: string, kind: TokenKind): { alg?: string; kid?: string } {
  try {
    return decodeProtectedHeader(text);
  } catch {
    throw refusedToken(kind, "form");
  }
}
