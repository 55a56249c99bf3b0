import * as oidc from "openid-client";
import { DomainError } from "#app/shared/errors.ts";
import { type Claims, textAt } from "../claims/claim-at.ts";
import type { EndSession, LogoutNotice } from "../provider.ts";
import type { ProviderSettings } from "../settings.ts";
import { CLOCK_TOLERANCE_SECONDS, isInFuture } from "./id-token.ts";
import { decrypted, refusedToken, type TokenKeys, verified } from "./open-token.ts";
import { isOpenHere } from "./provider-fetch.ts";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const LONGEST = 16_384;

/** The address a claim named at sign-in, if it is one of the provider's own. */
export function claimedLogoutUrl(
  said: string | undefined,
  settings: ProviderSettings,
  allowHttp: boolean,
): URL | undefined {
  if (said === undefined || !URL.canParse(said)) return undefined;
  const url = new URL(said);
  const own = settings.logout.allowedHosts.includes(url.host) && url.username === "" && url.password === "";
  return own && isOpenHere(url, allowHttp) ? url : undefined;
}

/** RP-Initiated Logout 1.0; `undefined` where the provider has no such address. */
export function endSession(
  configuration: oidc.Configuration,
  { idToken }: EndSession,
  returnTo: string,
): URL | undefined {
  if (!configuration.serverMetadata().end_session_endpoint) return undefined;
  return oidc.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: returnTo,
    ...(idToken ? { id_token_hint: idToken } : {}),
  });
}

/** A logout token, every rule of Back-Channel Logout 1.0 §2.6 checked but replay, which its caller remembers. */
export async function readLogoutToken(
  text: string,
  settings: ProviderSettings,
  keys: TokenKeys,
): Promise<LogoutNotice> {
  if (!settings.logout.backChannel)
    throw new DomainError("invalid", "logout-token-unexpected", "This provider sends no logout tokens.");
  if (text.length > LONGEST) throw refusedToken("logout-token", "form");
  const { idToken, encryption } = settings;
  const jws =
    idToken.encrypted && text.split(".").length === 5
      ? await decrypted(text, "logout-token", encryption, keys.own)
      : text;
  const { claims, header } = await verified(jws, "logout-token", idToken.algs, keys.provider);
  const wrong = wrongIn(claims, header.typ, settings);
  if (wrong !== undefined) throw refusedToken("logout-token", wrong);
  const { sid, jti, exp } = claims;
  return {
    subject: accountIn(claims, settings),
    session: typeof sid === "string" ? sid : undefined,
    jti: String(jti),
    expiresAt: new Date(Number(exp) * 1000),
  };
}

/** The account as sessions know it: by `sub` only where that is the settings' subject, else by that claim, if it is there. */
const accountIn = (claims: Claims, { subject }: ProviderSettings): string | undefined => textAt(claims, subject);

function wrongIn(claims: Claims, typ: unknown, settings: ProviderSettings): string | undefined {
  const { issuer, clientId } = settings;
  const { iss, aud, iat, exp, jti, events, sub, sid } = claims;
  const now = Date.now() / 1000;
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  const rules: [string, boolean][] = [
    ["typ", typ === undefined || ["logout+jwt", "application/logout+jwt", "jwt"].includes(String(typ).toLowerCase())],
    ["iss", iss === issuer],
    ["aud", [aud].flat().includes(clientId)],
    ["time", typeof iat === "number" && !isInFuture(iat)],
    ["time", typeof exp === "number" && exp > now - CLOCK_TOLERANCE_SECONDS],
    ["jti", isText(jti)],
    ["events", isObject(events) && isObject(events[EVENT])],
    ["nonce", !Object.hasOwn(claims, "nonce")],
    ["sub", (sub === undefined || isText(sub)) && (sid === undefined || isText(sid)) && (isText(sub) || isText(sid))],
    // A `sub` that is nobody here ends nothing: better refused than taken.
    ["subject", accountIn(claims, settings) !== undefined || isText(sid)],
  ];
  return rules.find(([, kept]) => !kept)?.[0];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
