import * as client from "openid-client";
import { Browserless, type Visit } from "../../support/browser-less.ts";
import { personas } from "../province/personas.ts";
import { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from "./index.ts";

export const portalOrigin = "http://localhost:3999";
export const clientId = "so-khoe-portal";
export const clientSecret = "a secret of the sandbox only";

/** A provider of a test's own. */
export function startForTest(more: Partial<IdentityProviderOptions> = {}): Promise<IdentityProvider> {
  const fixtures = () => ({ personas });
  return startIdentityProvider({ port: 0, portalOrigin, clientId, clientSecret, personas, fixtures, ...more });
}

/** A browser that stops where the portal, which does not run here, would take over. */
export function newBrowser(): Browserless {
  return new Browserless({ until: (url) => url.origin === portalOrigin });
}

export interface Attempt {
  page: Visit;
  config: client.Configuration;
  checks: client.AuthorizationCodeGrantChecks;
}

export function discover(issuer: string, timeout = 10): Promise<client.Configuration> {
  const execute = [client.allowInsecureRequests, client.enableNonRepudiationChecks];
  const metadata = { client_secret: clientSecret, id_token_signed_response_alg: "ES256" };
  return client.discovery(new URL(issuer), clientId, metadata, client.ClientSecretPost(), { execute, timeout });
}

/** Sends the browser to the provider as the portal would, and says where it came to rest. */
export async function begin(
  config: client.Configuration,
  browser: Browserless,
  parameters: Record<string, string> = {},
): Promise<Attempt> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${portalOrigin}/sign-in/callback`,
    scope: "openid profile identity",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  });
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
  return { page: await browser.open(url), config, checks };
}

/** Types a login into the first form of the page. */
export async function typeLogin(browser: Browserless, attempt: Attempt, login: string): Promise<Attempt> {
  return { ...attempt, page: await browser.submit(attempt.page, attempt.page.forms[0], { login }) };
}

/** Presses the only button of the second step. */
export async function confirm(browser: Browserless, attempt: Attempt): Promise<Attempt> {
  return { ...attempt, page: await browser.submit(attempt.page, attempt.page.forms[0]) };
}

/** What the portal does with the answer: checks it, and trades the code for tokens. */
export function finish({ page, config, checks }: Attempt) {
  return client.authorizationCodeGrant(config, page.url, checks);
}

/** A whole sign-in from nothing. */
export async function signIn(
  config: client.Configuration,
  login: string,
  parameters?: Record<string, string>,
  browser = newBrowser(),
) {
  return finish(await typeLogin(browser, await begin(config, browser, parameters), login));
}
