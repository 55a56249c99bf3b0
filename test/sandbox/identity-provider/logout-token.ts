import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { forge } from "./faults/forge.ts";
import type { SpoilingKeys } from "./keys.ts";

const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

/** What can be wrong with a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6). */
export const logoutFaults = [
  "wrong-issuer",
  "wrong-audience",
  "expired",
  "from-the-future",
  "no-events",
  "other-event",
  "with-nonce",
  "nobody",
  "no-jti",
  "id-token",
  "bad-signature",
  "alg-none",
] as const;
export type LogoutFault = (typeof logoutFaults)[number];

export interface LogoutAbout {
  issuer: string;
  clientId: string;
  subject?: string | undefined;
  sid?: string | undefined;
  jti?: string | undefined;
}

/** A logout token as the provider sends it, or one with a single thing wrong. */
export async function logoutToken(keys: SpoilingKeys, about: LogoutAbout, fault?: LogoutFault): Promise<string> {
  const header = { typ: fault === "id-token" ? "JWT" : "logout+jwt", kid: keys.own.kid ?? "" };
  const claims = spoiled(claimsOf(about), fault);
  if (fault === "bad-signature" || fault === "alg-none") return forge(claims, header, fault, keys);
  return keys.sign(claims, header);
}

function claimsOf({ issuer, clientId, subject, sid, jti }: LogoutAbout): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: clientId,
    iat: now,
    exp: now + 120,
    jti: jti ?? randomUUID(),
    events: { [LOGOUT_EVENT]: {} },
    ...(subject === undefined ? {} : { sub: subject }),
    ...(sid === undefined ? {} : { sid }),
  };
}

function spoiled(claims: JWTPayload, fault: LogoutFault | undefined): JWTPayload {
  const without = (...names: string[]): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
  const issuedAt = claims.iat ?? 0;
  switch (fault) {
    case "wrong-issuer":
      return { ...claims, iss: "https://impostor.example" };
    case "wrong-audience":
      return { ...claims, aud: "another-application" };
    case "expired":
      return { ...claims, iat: issuedAt - 7_200, exp: issuedAt - 3_600 };
    case "from-the-future":
      return { ...claims, iat: issuedAt + 3_600, exp: issuedAt + 7_200 };
    case "no-events":
      return without("events");
    case "other-event":
      return { ...claims, events: { "http://schemas.openid.net/event/other": {} } };
    case "with-nonce":
      return { ...claims, nonce: "a nonce makes it an ID token" };
    case "nobody":
      return without("sub", "sid");
    case "no-jti":
      return without("jti");
    case "id-token":
      return { ...without("events", "jti"), nonce: "n" };
    default:
      return claims;
  }
}
