import crypto from "node:crypto";
import type { Claims } from "../claims/claim-at.ts";
import type { ProviderSettings } from "../settings.ts";
import { decrypted, refusedToken, type TokenKeys, verified } from "./open-token.ts";

export const CLOCK_TOLERANCE_SECONDS = 10;

/**
 * The signed ID token out of what the token endpoint sent: decrypted, its signature and `at_hash` checked. What the
 * claims say of this sign-in – `iss`, `aud`, `exp`, `nonce`, `auth_time` – openid-client checks after that.
 */
export async function openIdToken(
  sent: string,
  accessToken: unknown,
  settings: ProviderSettings,
  keys: TokenKeys,
): Promise<string> {
  const { idToken, encryption, clientId } = settings;
  const jws = idToken.encrypted ? await decrypted(sent, "token", encryption, keys.own) : sent;
  const { claims, header } = await verified(jws, "token", idToken.algs, keys.provider);
  if (!isPlainType(header.typ)) throw refusedToken("token", "typ");
  if (claims.at_hash !== undefined && claims.at_hash !== halfHash(accessToken, header.alg))
    throw refusedToken("token", "at_hash");
  // openid-client looks at `azp` only when there are several audiences.
  if (claims.azp !== undefined && claims.azp !== clientId) throw refusedToken("token", "azp");
  if (isInFuture(claims.iat)) throw refusedToken("token", "time");
  return jws;
}

/** A logout or access token is no ID token, whoever signed it. */
const isPlainType = (typ: unknown): boolean =>
  typ === undefined ||
  (typeof typ === "string" && ["jwt", "application/jwt", "id_token+jwt"].includes(typ.toLowerCase()));

export const isInFuture = (seconds: Claims[string]): boolean =>
  typeof seconds === "number" && seconds > Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS;

/** OpenID Connect Core §3.1.3.6: the left half of the hash that belongs to the signature's algorithm. */
function halfHash(accessToken: unknown, alg: string): string | undefined {
  if (typeof accessToken !== "string") return undefined;
  const bits = alg.startsWith("Ed") ? "512" : alg.slice(2);
  const hash = crypto.createHash(`sha${bits}`).update(accessToken).digest();
  return hash.subarray(0, hash.length / 2).toString("base64url");
}
