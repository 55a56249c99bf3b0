import crypto from "node:crypto";
import type { RequestListener } from "node:http";
import type { JWK } from "jose";
import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { noteRefusedToken, noteUsedKey } from "#app/domain/clients/note-token.ts";
import type { KeysContext } from "#app/domain/clients/published-keys.ts";
import { assertionAlgorithms, machineScopes } from "#app/domain/clients/rules.ts";
import { isDomainError } from "#app/shared/errors.ts";
import { type RateLimit, rateLimit } from "../rate-limit.ts";
import { OAuthStore } from "./adapter.ts";
import { errors, Provider } from "./library.ts";
import { claimedClient, refusalCode } from "./refusals.ts";

export const TOKEN_SECONDS = 300;

export interface AuthorizationServerSettings extends KeysContext {
  /** `${origin}/oauth` */
  issuer: string;
  /** `${origin}/fhir`: whom the tokens are for. */
  audience: string;
  signingKey: JWK;
  /** Tokens a client may fetch in a minute; counted once it has proved who it is, so that nobody else uses them up. */
  tokensPerMinute: number;
  /** Told the code of what went wrong; never a token or an assertion. */
  onError: (code: string) => void;
}

/**
 * The token endpoint for machine clients: client_credentials with private_key_jwt (SMART Backend
 * Services), JWT access tokens (RFC 9068) for one audience, five minutes.
 */
export function authorizationServer(settings: AuthorizationServerSettings): RequestListener {
  const provider = new Provider(settings.issuer, configuration(settings));
  // The library derives the expected audience from the Host header; ours is fixed.
  Object.assign(provider.OIDCContext.prototype, {
    clientJwtAuthExpectedAudience: () => new Set([settings.issuer, `${settings.issuer}/token`]),
  });
  provider.proxy = true;
  provider.on("server_error", (_ctx, error) => settings.onError(error.name));
  (provider as NodeJS.EventEmitter).on("error", (error: Error) => settings.onError(error.name));
  provider.on("grant.error", (ctx, error) => {
    const code = refusalCode(error);
    settings.onError(code);
    const { clientId } = claimedClient(ctx);
    if (clientId) noted(settings, noteRefusedToken(settings, { clientId, code }));
  });
  provider.on("grant.success", (ctx) => {
    const { clientId, kid } = claimedClient(ctx);
    if (clientId && kid) noted(settings, noteUsedKey(settings, { clientId, kid }));
  });
  return provider.callback();
}

/** What is only counted keeps no answer waiting, and spoils none. */
function noted({ onError }: AuthorizationServerSettings, work: Promise<void>): void {
  work.catch((error: Error) => onError(error.name));
}

function configuration(settings: AuthorizationServerSettings): Configuration {
  const limit = rateLimit(settings.tokensPerMinute);
  return {
    adapter: class extends OAuthStore {
      constructor(model: string) {
        super(settings, model);
      }
    } as Configuration["adapter"],
    jwks: { keys: [settings.signingKey as never] },
    clientAuthMethods: ["private_key_jwt"],
    enabledJWA: {
      clientAuthSigningAlgValues: [...assertionAlgorithms],
      idTokenSigningAlgValues: ["ES256"],
    } as Configuration["enabledJWA"],
    clientDefaults: {
      grant_types: ["client_credentials"],
      response_types: [],
      token_endpoint_auth_method: "private_key_jwt",
      id_token_signed_response_alg: "ES256",
    },
    responseTypes: [],
    scopes: [...machineScopes],
    claims: {},
    clockTolerance: 5,
    ttl: { ClientCredentials: TOKEN_SECONDS, ReplayDetection: 600 } as Configuration["ttl"],
    clientBasedCORS: () => false,
    extraClientMetadata: { properties: ["facility_id", "keys_failing"], validator: () => undefined },
    extraTokenClaims: (ctx, token) =>
      (token.kind === "ClientCredentials" ? { facility_id: ctx.oidc.client?.facility_id } : undefined) as never,
    findAccount: async () => undefined,
    cookies: { keys: [crypto.randomBytes(32).toString("base64url")] },
    renderError: async (ctx, out) => {
      ctx.type = "json";
      ctx.body = out;
    },
    assertJwtClientAuthClaimsAndHeader,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => settings.audience,
        getResourceServerInfo: resourceServer(settings.audience, limit),
      },
    },
  };
}

/** An assertion lives five minutes at most, names one audience, and carries a jti (RFC 7523 §3, SMART). */
async function assertJwtClientAuthClaimsAndHeader(
  _ctx: KoaContextWithOIDC,
  claims: Record<string, unknown>,
): Promise<void> {
  const { iat, exp, iss, sub, jti, aud } = claims;
  const now = Date.now() / 1000;
  const starts = typeof iat === "number" ? iat : now;
  if (typeof exp !== "number" || exp - starts > TOKEN_SECONDS || exp - now > TOKEN_SECONDS + 10)
    throw new errors.InvalidClientAuth("lifetime");
  if (iss !== sub) throw new errors.InvalidClientAuth("iss and sub");
  if (typeof jti !== "string" || jti.length === 0 || jti.length > 255) throw new errors.InvalidClientAuth("jti");
  if (Array.isArray(aud) && aud.length !== 1) throw new errors.InvalidClientAuth("one audience");
}

/** Scopes must be asked for and be the client's; nothing is silently dropped. */
function resourceServer(audience: string, limit: RateLimit) {
  return async (ctx: KoaContextWithOIDC, resource: string, client: Asking) => {
    await takenBy(ctx, client, limit);
    // The sending system is told in its own answer that we cannot read its keys; the last good ones hold.
    if (client.keys_failing === true) ctx.set("So-Khoe-Notice", "jwks_uri-unreachable");
    if (resource !== audience) throw new errors.InvalidTarget();
    const allowed = new Set((client.scope ?? "").split(" ").filter(Boolean));
    const asked = [...ctx.oidc.requestParamScopes].filter(Boolean);
    if (asked.length === 0) throw new errors.InvalidScope("scope is required", "");
    for (const scope of asked)
      if (!allowed.has(scope)) throw new errors.InvalidScope("requested scope is not allowed", scope);
    return {
      scope: [...allowed].join(" "),
      audience,
      accessTokenFormat: "jwt" as const,
      accessTokenTTL: TOKEN_SECONDS,
      jwt: { sign: { alg: "ES256" as const } },
    };
  };
}

interface Asking {
  clientId: string;
  scope?: string | undefined;
  [name: string]: unknown;
}

class TooManyTokens extends errors.OIDCProviderError {
  constructor() {
    super(429, "rate_limited");
  }
}

/** One client's flood is its own: others, and other systems of the same facility, go on undisturbed. */
async function takenBy(ctx: KoaContextWithOIDC, { clientId }: Asking, limit: RateLimit): Promise<void> {
  try {
    await limit.take(clientId);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    ctx.set("Retry-After", String(error.retryAfterSeconds ?? 60));
    throw new TooManyTokens();
  }
}
