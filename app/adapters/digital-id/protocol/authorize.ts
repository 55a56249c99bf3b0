import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import * as oidc from "openid-client";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { AuthorizationRequest, AuthorizationStart } from "../provider.ts";
import type { RequestParameters } from "../settings/request.ts";
import type { ProviderSettings } from "../settings.ts";
import { askForLevel } from "./ask-for-level.ts";
import { newProof, type Proof } from "./proof.ts";

/** Where to send the browser, by whichever of plain URL, signed request and pushed request the settings say. */
export async function startAuthorization(
  configuration: oidc.Configuration,
  request: AuthorizationRequest,
  settings: ProviderSettings,
  keys: RelyingPartyKeys,
  redirectUri: string,
): Promise<AuthorizationStart> {
  const proof = settings.dpop === "on" ? await newProof(configuration) : undefined;
  const plain = await parameters(request, settings, redirectUri, proof);
  const asked = settings.jar === "on" ? await signed(configuration, plain, settings, keys) : plain;
  const url = pushes(configuration, settings)
    ? await oidc.buildAuthorizationUrlWithPAR(configuration, asked, proof && { DPoP: proof.handle })
    : oidc.buildAuthorizationUrl(configuration, asked);
  return { url, ...(proof ? { proofKey: await exportJWK(proof.pair.privateKey) } : {}) };
}

async function parameters(
  { checks, language, level, maxAgeSeconds }: AuthorizationRequest,
  settings: ProviderSettings,
  redirectUri: string,
  proof: Proof | undefined,
): Promise<Record<string, string>> {
  return {
    ...written({ ...settings.request, ...askForLevel(settings, level) }, language),
    redirect_uri: redirectUri,
    scope: settings.scope,
    state: checks.state,
    nonce: checks.nonce,
    ...(settings.pkce === "S256"
      ? { code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier), code_challenge_method: "S256" }
      : {}),
    ...(maxAgeSeconds === undefined ? {} : { max_age: String(maxAgeSeconds) }),
    ...(proof ? { dpop_jkt: await thumbprint(proof) } : {}),
  };
}

/** Texts as they are with the page's language in them, everything else as JSON; null is left out. */
function written(given: RequestParameters, language: string): Record<string, string> {
  const entries = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === undefined) return [];
    return [[name, typeof value === "string" ? value.replaceAll("{language}", language) : JSON.stringify(value)]];
  });
  return Object.fromEntries(entries);
}

const thumbprint = async ({ pair }: Proof): Promise<string> =>
  calculateJwkThumbprint((await exportJWK(pair.publicKey)) as JWK);

async function signed(
  configuration: oidc.Configuration,
  plain: Record<string, string>,
  { jarAlg }: ProviderSettings,
  keys: RelyingPartyKeys,
): Promise<URLSearchParams> {
  const { key, kid, alg } = await keys.signingKey(jarAlg);
  const request = {
    [oidc.modifyAssertion]: ((header) => {
      header.alg = alg;
    }) as oidc.ModifyAssertionFunction,
  };
  const url = await oidc.buildAuthorizationUrlWithJAR(configuration, plain, { key, kid }, request);
  return new URLSearchParams({
    client_id: configuration.clientMetadata().client_id,
    request: url.searchParams.get("request") ?? "",
  });
}

/** @throws DomainError `par-missing` where the settings require what the provider does not offer. */
function pushes(configuration: oidc.Configuration, { par }: ProviderSettings): boolean {
  const metadata = configuration.serverMetadata();
  const offered = metadata.pushed_authorization_request_endpoint !== undefined;
  if (par === "required" && !offered)
    throw new DomainError("unavailable", "par-missing", "The provider offers no pushed authorization requests.");
  return offered && (par !== "off" || metadata.require_pushed_authorization_requests === true);
}
