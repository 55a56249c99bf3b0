import { randomBytes } from "node:crypto";
import type { JWK } from "jose";
import type { OidcContext } from "./library.ts";
import type { Profile } from "./profiles/profile.ts";
import { signOut } from "./sign-out.ts";

export interface ClientOptions {
  portalOrigin: string;
  clientId: string;
  clientSecret: string;
}

/** The one client: confidential, code flow only; the profile says how it proves itself. */
export function clientOf({ portalOrigin, clientId, clientSecret }: ClientOptions, profile: Profile): object {
  const own: { token_endpoint_auth_method?: string } = profile.client(portalOrigin);
  return {
    client_id: clientId,
    client_name: "Sổ Khỏe",
    redirect_uris: [`${portalOrigin}/sign-in/callback${profile.name === "plain" ? "" : `/${profile.name}`}`],
    ...(hasSignOut(profile) && { post_logout_redirect_uris: [`${portalOrigin}/`, `${portalOrigin}/signed-out`] }),
    response_types: ["code"],
    grant_types: ["authorization_code"],
    id_token_signed_response_alg: profile.alg,
    // oidc-provider takes the secret in the header or in the body whichever of the two is named.
    token_endpoint_auth_method: "client_secret_basic",
    ...(own.token_endpoint_auth_method !== "private_key_jwt" && { client_secret: clientSecret }),
    ...own,
  };
}

function hasSignOut({ features }: Profile): boolean {
  const { rpInitiatedLogout }: { rpInitiatedLogout?: { enabled: boolean } } = features;
  return rpInitiatedLogout?.enabled !== false;
}

/** What this provider speaks, and what it does not. */
export function protocol(key: JWK, { paths, levels, alg, protocol }: Profile): object {
  const { authorization, token, userinfo, jwks, endSession, pushed } = paths;
  return {
    routes: {
      authorization,
      token,
      userinfo,
      jwks,
      end_session: endSession,
      ...(pushed && { pushed_authorization_request: pushed }),
    },
    jwks: { keys: [key] },
    acrValues: [...new Set(levels)],
    scopes: ["openid", "profile", "identity"],
    claims: {
      openid: ["sub", "acr", "auth_time", "amr"],
      profile: ["name", "birthdate", "gender"],
      identity: ["personal_number", "passport_number"],
    },
    // The portal reads everything from the ID token; the default would leave it to userinfo.
    conformIdTokenClaims: false,
    subjectTypes: ["public"],
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "client_secret_post"],
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    discovery: { ui_locales_supported: ["vi", "en"] },
    // oidc-provider would refuse to ask a portal on this machine for its keys.
    fetch: (url: URL, { dispatcher, ...options }: RequestInit & { dispatcher?: unknown }) => fetch(url, options),
    ...protocol,
  };
}

/** Everything off that is on by default and not needed here. */
export function features({ features }: Profile, signOutPage: (ctx: OidcContext, form: string) => void): object {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    userinfo: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx: OidcContext, form: string) => signOut(ctx, () => signOutPage(ctx, form)),
      postLogoutSuccessSource: async (ctx: OidcContext) => ctx.redirect("/"),
    },
    ...features,
  };
}

/** Cookies, named after the port because browsers share them between all ports of localhost, and after the profile. */
export function cookies(issuer: string): object {
  const { port, pathname } = new URL(issuer);
  const of = pathname === "/" ? "" : `${pathname.slice(1)}-`;
  const name = (what: string) => `sandbox-idp-${port}-${of}${what}`;
  const lax = { httpOnly: true, sameSite: "lax" };
  return {
    names: { session: name("session"), interaction: name("interaction"), resume: name("resume") },
    keys: [randomBytes(32).toString("base64url")],
    long: lax,
    short: lax,
  };
}

/** In seconds. Given in full, because oidc-provider prints a notice for each it has to guess. */
export const lifetimes = {
  AccessToken: 600,
  AuthorizationCode: 60,
  Grant: 3_600,
  IdToken: 600,
  Interaction: 600,
  Session: 3_600,
} as const;
