import * as oidc from "openid-client";
import { DomainError } from "#app/shared/errors.ts";
import { type Claims, textAt } from "../claims/claim-at.ts";
import type { ProviderSettings } from "../settings.ts";
import { isInFuture } from "./id-token.ts";
import { claimsIn, decrypted, refusedToken, type TokenKeys, verified } from "./open-token.ts";

const isJwt = /^application\/(?:\S+\+)?jwt$/i;
const isJson = /^application\/(?:\S+\+)?json$/i;

/**
 * What userinfo says, in the one form the settings name: another form is refused, for it would be less protected.
 * @throws DomainError `userinfo-…`.
 */
export async function fetchUserinfo(
  configuration: oidc.Configuration,
  accessToken: string,
  settings: ProviderSettings,
  keys: TokenKeys,
  proof: oidc.DPoPHandle | undefined,
): Promise<Claims> {
  const at = configuration.serverMetadata().userinfo_endpoint;
  if (!at) throw new DomainError("unavailable", "userinfo-missing", "The provider names no userinfo endpoint.");
  const headers = new Headers({ accept: "application/jwt, application/json" });
  const dpop = proof ? { DPoP: proof } : undefined;
  const response = await oidc.fetchProtectedResource(
    configuration,
    accessToken,
    new URL(at),
    "GET",
    null,
    headers,
    dpop,
  );
  if (response.status >= 500)
    throw new DomainError("unavailable", "provider-unavailable", `Userinfo answered ${response.status}.`);
  if (response.status !== 200)
    throw new DomainError("invalid", "userinfo-refused", `Userinfo answered ${response.status}.`);
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  const claims = await read(await response.text(), type, settings, keys);
  refuseForeign(claims, settings);
  return claims;
}

async function read(text: string, type: string, settings: ProviderSettings, keys: TokenKeys): Promise<Claims> {
  const { format, algs } = settings.userinfo;
  if (!(format === "json" ? isJson : isJwt).test(type)) throw refusedToken("userinfo", "format");
  if (format === "json") return claimsIn(text, "userinfo");
  const inside = format === "jws" ? text : await decrypted(text, "userinfo", settings.encryption, keys.own);
  if (format === "jwe") return claimsIn(inside, "userinfo");
  return (await verified(inside, "userinfo", algs, keys.provider)).claims;
}

/** A signed answer should say by whom and for whom it is (OpenID Connect Core §5.3.2); if it does, it must be us. */
function refuseForeign(claims: Claims, { issuer, clientId, userinfo }: ProviderSettings): void {
  if (userinfo.format === "json") return;
  const { iss, aud, exp, iat } = claims;
  if (iss !== undefined && iss !== issuer) throw refusedToken("userinfo", "iss");
  if (aud !== undefined && ![aud].flat().includes(clientId)) throw refusedToken("userinfo", "aud");
  if (exp !== undefined && !isInFuture(typeof exp === "number" ? exp + 20 : exp))
    throw refusedToken("userinfo", "time");
  if (isInFuture(iat)) throw refusedToken("userinfo", "time");
}

/** The same person as in the ID token (OpenID Connect Core §5.3.4). */
export function refuseOtherSubject(userinfo: Claims, idToken: Claims | undefined): void {
  if (idToken && textAt(userinfo, "sub") !== idToken.sub) throw refusedToken("userinfo", "sub");
}
