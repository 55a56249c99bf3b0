import * as oidc from "openid-client";
import { DomainError } from "#app/shared/errors.ts";
import { signInError } from "./errors.ts";
import { type AssuranceLevel, identityFrom } from "./identity.ts";
import type { AuthorizationChecks, DigitalId, DigitalIds } from "./provider.ts";
import type { ProviderSettings } from "./settings.ts";

/** The portal as providers know it. */
export interface RelyingParty {
  /** The portal's own address; the provider is told no other. */
  publicOrigin: string;
  /** http is allowed for a provider on this machine alone. */
  allowHttp: boolean;
}

interface DigitalIdSettings extends ProviderSettings {
  redirectUri: string;
  postLogoutRedirectUri: string;
  allowHttp: boolean;
}

const DISCOVERY_KEPT_MS = 10 * 60_000;

/**
 * The national digital ID as an OpenID Connect provider: code flow, PKCE S256, state, nonce, `iss`
 * (RFC 9207) and a signature check on the ID token although it comes by the back channel.
 */
function digitalId(settings: DigitalIdSettings): DigitalId {
  let known: { configuration: oidc.Configuration; at: number } | undefined;

  /** Discovered when first needed: the portal starts and serves without the provider. */
  async function configuration(): Promise<oidc.Configuration> {
    if (known && Date.now() - known.at < DISCOVERY_KEPT_MS) return known.configuration;
    try {
      const found = await oidc.discovery(
        new URL(settings.issuer),
        settings.clientId,
        {
          client_secret: settings.clientSecret ?? "",
          id_token_signed_response_alg:
            settings.idToken.algs[0] === "RS256" ? "ES256" : String(settings.idToken.algs[0]),
          [oidc.clockTolerance]: 10,
        },
        oidc.ClientSecretPost(settings.clientSecret ?? ""),
        {
          timeout: 5,
          execute: [oidc.enableNonRepudiationChecks, ...(settings.allowHttp ? [oidc.allowInsecureRequests] : [])],
        },
      );
      known = { configuration: found, at: Date.now() };
      return found;
    } catch (error) {
      if (known) return known.configuration;
      throw signInError(error);
    }
  }

  return {
    id: settings.id,
    issuer: settings.issuer,
    label: settings.label,
    highestLevel: highestOf(settings),
    async authorize({ checks, language, level, maxAgeSeconds }) {
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: "S256",
        ui_locales: language,
        prompt: "login",
        ...levelParameters(settings, level),
        ...(maxAgeSeconds === undefined ? {} : { max_age: String(maxAgeSeconds) }),
      });
      return { url };
    },
    async finish(callback, checks) {
      const found = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(found, callback, {
          pkceCodeVerifier: checks.codeVerifier,
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          idTokenExpected: true,
          ...(checks.maxAgeSeconds === undefined ? {} : { maxAge: checks.maxAgeSeconds }),
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("no ID token");
        const authenticatedAt = new Date((claims.auth_time ?? claims.iat) * 1000);
        return identityFrom(
          { claims: { ...claims }, idToken: tokens.id_token, authenticatedAt, now: new Date() },
          settings,
        );
      } catch (error) {
        throw signInError(error);
      }
    },
    async endSessionUrl({ idToken }) {
      const found = known?.configuration;
      if (!found?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(found, {
        post_logout_redirect_uri: settings.postLogoutRedirectUri,
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },
    async readLogoutToken() {
      throw new DomainError("invalid", "logout-token-unexpected", "This provider sends no logout tokens.");
    },
  };
}

const highestOf = ({ assurance }: ProviderSettings): AssuranceLevel =>
  assurance.reduce<AssuranceLevel>((highest, { level }) => (level > highest ? level : highest), 0);

/** How a level is asked for: as the settings say, or else by the `acr` values that reach it, lowest first. */
function levelParameters(settings: ProviderSettings, level: AssuranceLevel | undefined): Record<string, string> {
  if (!level) return {};
  const said = settings.requestForLevel[`${level}`];
  if (said)
    return Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    );
  const acr = settings.assurance
    .filter((rule) => rule.level >= level && typeof rule.when.acr === "string")
    .sort((a, b) => a.level - b.level)
    .map((rule) => rule.when.acr);
  return acr.length === 0 ? {} : { acr_values: acr.join(" ") };
}

/** The providers that are switched on, in the order of the settings. */
export function digitalIds(all: readonly ProviderSettings[], portal: RelyingParty): DigitalIds {
  const ids = all.map((settings) =>
    digitalId({
      ...settings,
      redirectUri: `${portal.publicOrigin}/sign-in/callback`,
      postLogoutRedirectUri: `${portal.publicOrigin}/signed-out`,
      allowHttp: portal.allowHttp,
    }),
  );
  return { all: ids, find: (id) => ids.find((one) => one.id === id) };
}

/** Fresh secrets for one sign-in. */
export const authorizationChecks = (): AuthorizationChecks => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  codeVerifier: oidc.randomPKCECodeVerifier(),
});
