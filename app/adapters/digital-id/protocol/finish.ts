import * as oidc from "openid-client";
import { DomainError } from "#app/shared/errors.ts";
import type { Claims } from "../claims/claim-at.ts";
import { identityFrom, type VerifiedIdentity } from "../identity.ts";
import type { AuthorizationAnswer } from "../provider.ts";
import type { ProviderSettings } from "../settings.ts";
import type { ProviderClient } from "./client.ts";
import { isInFuture } from "./id-token.ts";
import { refusedToken, type TokenKeys } from "./open-token.ts";
import { proofOf } from "./proof.ts";
import { fetchUserinfo, refuseOtherSubject } from "./userinfo.ts";

/** The code's exchange, and who it says has signed in. */
export async function finishAuthorization(
  client: ProviderClient,
  callback: URL,
  answer: AuthorizationAnswer,
  settings: ProviderSettings,
  keys: TokenKeys,
): Promise<VerifiedIdentity> {
  const { configuration } = client;
  if (settings.dpop === "on" && !answer.proofKey)
    throw new DomainError("invalid", "proof-missing", "The sign-in was started without its DPoP key.");
  const proof = answer.proofKey && settings.dpop === "on" ? await proofOf(configuration, answer.proofKey) : undefined;
  const tokens = await oidc.authorizationCodeGrant(
    configuration,
    callback,
    checks(answer, settings),
    undefined,
    proof && { DPoP: proof.handle },
  );
  if (settings.idToken.use === "required" && tokens.id_token !== client.openedIdToken)
    throw refusedToken("token", "signature");
  // A bound token was asked for: a plain one could be used by whoever steals it.
  if (proof && tokens.token_type !== "dpop") throw refusedToken("token", "type");
  const idToken: Claims | undefined = tokens.claims() && { ...tokens.claims() };
  const userinfo =
    settings.userinfo.format === "none"
      ? {}
      : await fetchUserinfo(configuration, tokens.access_token, settings, keys, proof?.handle);
  if (settings.userinfo.format !== "none") refuseOtherSubject(userinfo, idToken);
  const now = new Date();
  // What the ID token says stands above what userinfo says.
  const claims = { ...userinfo, ...idToken };
  const authenticatedAt = authenticated(claims, answer.maxAgeSeconds, settings, now);
  return identityFrom({ claims, idToken: tokens.id_token, authenticatedAt, now }, settings);
}

function checks(
  answer: AuthorizationAnswer,
  { pkce, idToken, freshness }: ProviderSettings,
): oidc.AuthorizationCodeGrantChecks {
  const { state, nonce, codeVerifier, maxAgeSeconds } = answer;
  const withIdToken = idToken.use === "required";
  const maxAge = withIdToken && freshness === "auth_time" ? maxAgeSeconds : undefined;
  return {
    expectedState: state,
    idTokenExpected: withIdToken,
    ...(withIdToken ? { expectedNonce: nonce } : {}),
    ...(pkce === "S256" ? { pkceCodeVerifier: codeVerifier } : {}),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** Says nothing of when somebody proved who they are, so it satisfies nothing that asks for it. */
const NEVER = new Date(0);

/**
 * `auth_time`; nothing stands in for it, or whoever finds a browser still signed in at the provider would count as proved
 * just now. Where each sign-in is a proof (`each-sign-in`), when the token was made.
 */
function authenticated(claims: Claims, maxAge: number | undefined, { freshness }: ProviderSettings, now: Date): Date {
  const { auth_time: at, iat } = claims;
  if (isInFuture(at)) throw refusedToken("token", "auth_time");
  if (maxAge !== undefined && freshness === "auth_time") {
    if (typeof at !== "number" || at + maxAge + 10 < now.getTime() / 1000) throw refusedToken("token", "auth_time");
  }
  if (typeof at === "number") return new Date(at * 1000);
  if (freshness === "auth_time") return NEVER;
  return typeof iat === "number" ? new Date(iat * 1000) : now;
}
