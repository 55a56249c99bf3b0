import * as oidc from "openid-client";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { signInError } from "./errors.ts";
import { highestLevel } from "./protocol/ask-for-level.ts";
import { startAuthorization } from "./protocol/authorize.ts";
import { clientOf } from "./protocol/client.ts";
import { finishAuthorization } from "./protocol/finish.ts";
import { claimedLogoutUrl, endSession, readLogoutToken } from "./protocol/logout.ts";
import { fetchKeys, providerMetadata } from "./protocol/metadata.ts";
import { providerFetch } from "./protocol/provider-fetch.ts";
import { providerKeys } from "./protocol/provider-keys.ts";
import type { AuthorizationChecks, DigitalId, DigitalIds } from "./provider.ts";
import { redirectPath } from "./redirect-address.ts";
import type { ProviderSettings } from "./settings.ts";

/** The portal as providers know it. */
export interface RelyingParty {
  /** The portal's own address; the provider is told no other. */
  publicOrigin: string;
  /** http is allowed for a provider on this machine alone. */
  allowHttp: boolean;
  keys: RelyingPartyKeys;
}

/**
 * A digital ID as an OpenID Connect provider, as its settings say: code flow with state and nonce, and a signature
 * checked on every token although it comes by the back channel. Nothing is asked of it before it is needed.
 */
function digitalId(settings: ProviderSettings, portal: RelyingParty, alone: boolean): DigitalId {
  const { publicOrigin, allowHttp, keys: own } = portal;
  const fetch = providerFetch(allowHttp);
  const metadata = providerMetadata(settings, fetch, alone);
  const path = redirectPath(settings);
  const keys = { own, provider: providerKeys(async () => fetchKeys(await metadata(), fetch)) };
  const client = async () => clientOf(await metadata(), settings, keys, fetch, allowHttp);

  /** Every failure leaves as one of our codes, with nothing of a token in it. */
  const coded = async <T>(step: "request" | "code", work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw signInError(error, step) ?? error;
    }
  };

  return {
    id: settings.id,
    issuer: settings.issuer,
    label: settings.label,
    redirectPath: path,
    highestLevel: highestLevel(settings),
    authorize: (request) =>
      coded("request", async () =>
        startAuthorization((await client()).configuration, request, settings, own, `${publicOrigin}${path}`),
      ),
    finish: (callback, answer) =>
      coded("code", async () => finishAuthorization(await client(), callback, answer, settings, keys)),
    async endSessionUrl(session) {
      if (settings.logout.kind === "none") return undefined;
      if (settings.logout.kind === "claim") return claimedLogoutUrl(session.logoutUrl, settings, allowHttp);
      // Signing out here never waits for, or fails with, the provider.
      const known = await client().catch(() => undefined);
      return known && endSession(known.configuration, session, `${publicOrigin}/signed-out`);
    },
    readLogoutToken: (token) => coded("code", () => readLogoutToken(token, settings, keys)),
  };
}

/** The providers that are switched on, in the order of the settings. */
export function digitalIds(all: readonly ProviderSettings[], portal: RelyingParty): DigitalIds {
  const ids = all.map((settings) => digitalId(settings, portal, all.length === 1));
  return { all: ids, find: (id) => ids.find((one) => one.id === id) };
}

/** Fresh secrets for one sign-in. */
export const authorizationChecks = (): AuthorizationChecks => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  codeVerifier: oidc.randomPKCECodeVerifier(),
});
