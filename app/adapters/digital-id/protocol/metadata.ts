import type { JSONWebKeySet } from "jose";
import type { ServerMetadata } from "openid-client";
import { z } from "zod";
import { DomainError } from "#app/shared/errors.ts";
import type { ProviderSettings } from "../settings.ts";
import type { ProviderFetch } from "./provider-fetch.ts";

const KEPT_MS = 10 * 60_000;
/** While a provider is down nobody waits for it again and again. */
const RETRY_MS = 30_000;

/** What we read of a discovery document (OpenID Connect Discovery 1.0 §3); the rest is not our business. */
const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url().optional(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url().optional(),
  end_session_endpoint: z.url().optional(),
  pushed_authorization_request_endpoint: z.url().optional(),
  require_pushed_authorization_requests: z.boolean().optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
});

type Document = z.infer<typeof document>;

/** Where the provider's endpoints are: discovered when first needed, kept, and in an outage kept on. `alone`: the only one configured. */
export function providerMetadata(
  settings: ProviderSettings,
  fetch: ProviderFetch,
  alone: boolean,
): () => Promise<ServerMetadata> {
  if (settings.discovery === false) {
    const said = withSettings({ issuer: settings.issuer }, settings, alone);
    return async () => said;
  }
  let known: { metadata: ServerMetadata; at: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<ServerMetadata> | undefined;
  return async () => {
    const now = Date.now();
    if (known && (now - known.at < KEPT_MS || now - triedAt < RETRY_MS)) return known.metadata;
    triedAt = now;
    asking ??= discover(settings, fetch, alone).finally(() => {
      asking = undefined;
    });
    try {
      known = { metadata: await asking, at: now };
    } catch (error) {
      if (!known) throw error;
    }
    return known.metadata;
  };
}

async function discover(settings: ProviderSettings, fetch: ProviderFetch, alone: boolean): Promise<ServerMetadata> {
  const at =
    typeof settings.discovery === "string"
      ? settings.discovery
      : `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const read = document.safeParse(await jsonFrom(fetch, at));
  if (!read.success) throw new DomainError("unavailable", "discovery-invalid", "The discovery document is not one.");
  if (read.data.issuer !== settings.issuer)
    throw new DomainError("invalid", "issuer-mismatch", "The discovery document names another issuer.");
  refuseUnpromised(read.data, settings, alone);
  return withSettings(read.data, settings, alone);
}

/**
 * What keeps a stolen or mixed-up answer out must be promised by somebody: the document, or the settings for it.
 * @throws DomainError `pkce-not-promised`, `iss-not-promised`, whose message says what to do.
 */
function refuseUnpromised(found: Document, settings: ProviderSettings, alone: boolean): void {
  const { idToken, pkce, pkcePromised, redirectUri, issInAnswer } = settings;
  const checked = pkcePromised || found.code_challenge_methods_supported?.includes("S256") === true;
  if (idToken.use === "none" && pkce === "S256" && !checked) throw unpromised("pkce-not-promised", PKCE_TODO);
  const named = issInAnswer === "required" || found.authorization_response_iss_parameter_supported === true;
  if (redirectUri === "shared" && !alone && !named) throw unpromised("iss-not-promised", ISS_TODO);
}

const PKCE_TODO =
  'No ID token is expected, and discovery does not name S256: have the provider confirm that it checks code_verifier, then set "pkcePromised": true; or take an ID token.';
const ISS_TODO =
  'The redirect address is shared, and discovery does not promise iss: register the address of its own and take redirectUri away; or, if its manual promises iss, set "issInAnswer": "required".';

const unpromised = (code: string, todo: string) => new DomainError("unavailable", code, todo, { details: { todo } });

/** What the settings say stands above what was discovered; our lists of algorithms always do. */
function withSettings(found: Document, settings: ProviderSettings, alone: boolean): ServerMetadata {
  const { endpoints, idToken, issInAnswer } = settings;
  const own = {
    authorization_endpoint: endpoints.authorization,
    token_endpoint: endpoints.token,
    userinfo_endpoint: endpoints.userinfo,
    jwks_uri: endpoints.jwks,
    end_session_endpoint: endpoints.endSession,
    pushed_authorization_request_endpoint: endpoints.pushedAuthorization,
  };
  const said = Object.fromEntries(Object.entries(own).filter(([, at]) => at !== undefined));
  const required =
    (!alone && settings.redirectUri === "shared") ||
    issInAnswer === "required" ||
    found.authorization_response_iss_parameter_supported === true;
  return {
    ...(found as ServerMetadata),
    ...said,
    id_token_signing_alg_values_supported: [...idToken.algs],
    authorization_response_iss_parameter_supported: required,
  };
}

/** The provider's public keys, as `providerKeys` wants them. */
export async function fetchKeys(metadata: ServerMetadata, fetch: ProviderFetch): Promise<JSONWebKeySet> {
  if (!metadata.jwks_uri) throw new DomainError("unavailable", "keys-missing", "The provider names no key set.");
  const keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
  const read = keys.safeParse(await jsonFrom(fetch, metadata.jwks_uri));
  if (!read.success) throw new DomainError("unavailable", "keys-invalid", "The provider's key set is not one.");
  return read.data;
}

async function jsonFrom(fetch: ProviderFetch, at: string): Promise<unknown> {
  const response = await fetch(at, { headers: { accept: "application/json" } });
  if (response.status !== 200)
    throw new DomainError("unavailable", "provider-unavailable", `The provider answered ${response.status}.`);
  return response.json().catch(() => undefined);
}
