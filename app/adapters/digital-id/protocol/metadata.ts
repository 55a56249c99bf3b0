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
});

/** Where the provider's endpoints are: discovered when first needed, kept, and in an outage kept on. */
export function providerMetadata(settings: ProviderSettings, fetch: ProviderFetch): () => Promise<ServerMetadata> {
  if (settings.discovery === false) {
    const said = withSettings({ issuer: settings.issuer }, settings);
    return async () => said;
  }
  let known: { metadata: ServerMetadata; at: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<ServerMetadata> | undefined;
  return async () => {
    const now = Date.now();
    if (known && (now - known.at < KEPT_MS || now - triedAt < RETRY_MS)) return known.metadata;
    triedAt = now;
    asking ??= discover(settings, fetch).finally(() => {
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

async function discover(settings: ProviderSettings, fetch: ProviderFetch): Promise<ServerMetadata> {
  const at =
    typeof settings.discovery === "string"
      ? settings.discovery
      : `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const read = document.safeParse(await jsonFrom(fetch, at));
  if (!read.success) throw new DomainError("unavailable", "discovery-invalid", "The discovery document is not one.");
  if (read.data.issuer !== settings.issuer)
    throw new DomainError("invalid", "issuer-mismatch", "The discovery document names another issuer.");
  return withSettings(read.data, settings);
}

/** What the settings say stands above what was discovered; our lists of algorithms always do. */
function withSettings(
  found: z.infer<typeof document>,
  { endpoints, idToken, issInAnswer }: ProviderSettings,
): ServerMetadata {
  const own = {
    authorization_endpoint: endpoints.authorization,
    token_endpoint: endpoints.token,
    userinfo_endpoint: endpoints.userinfo,
    jwks_uri: endpoints.jwks,
    end_session_endpoint: endpoints.endSession,
    pushed_authorization_request_endpoint: endpoints.pushedAuthorization,
  };
  const said = Object.fromEntries(Object.entries(own).filter(([, at]) => at !== undefined));
  const required = issInAnswer === "required" || found.authorization_response_iss_parameter_supported === true;
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
