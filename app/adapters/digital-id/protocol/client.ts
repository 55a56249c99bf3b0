import * as oidc from "openid-client";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { jsonOf } from "#app/shared/json.ts";
import type { ProviderSettings } from "../settings.ts";
import { CLOCK_TOLERANCE_SECONDS, openIdToken } from "./id-token.ts";
import type { TokenKeys } from "./open-token.ts";
import { type ProviderFetch, TIMEOUT_SECONDS } from "./provider-fetch.ts";

/** We as a client of a provider, for one request or exchange. */
export interface ProviderClient {
  configuration: oidc.Configuration;
  /** The ID token of this exchange as it was verified here: openid-client looks at no signature of one that comes by the back channel. */
  openedIdToken: string | undefined;
}

export function clientOf(
  metadata: oidc.ServerMetadata,
  settings: ProviderSettings,
  keys: TokenKeys,
  fetch: ProviderFetch,
  allowHttp: boolean,
): ProviderClient {
  const client = { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
  const configuration = new oidc.Configuration(metadata, settings.clientId, client, authentication(settings, keys.own));
  const own: ProviderClient = { configuration, openedIdToken: undefined };
  configuration.timeout = TIMEOUT_SECONDS;
  configuration[oidc.customFetch] = async (url, init) => {
    const response = await fetch(url, init as Parameters<ProviderFetch>[1]);
    return isCodeExchange(init.body) ? opened(response, settings, keys, own) : response;
  };
  if (allowHttp) oidc.allowInsecureRequests(configuration);
  return own;
}

/** Told by what is sent: an address may be spelt in many ways. */
const isCodeExchange = (body: unknown): boolean =>
  body instanceof URLSearchParams && body.get("grant_type") === "authorization_code";

/** The token endpoint's answer with its ID token opened: openid-client knows neither our keys nor all algorithms. */
async function opened(
  response: Response,
  settings: ProviderSettings,
  keys: TokenKeys,
  client: ProviderClient,
): Promise<Response> {
  if (response.status !== 200) return response;
  const { status, headers } = response;
  const text = await response.text();
  const answer = objectIn(text);
  if (!answer) return new Response(text, { status, headers });
  const { id_token: idToken, ...rest } = answer;
  const expected = settings.idToken.use === "required" && typeof idToken === "string";
  if (!expected) return new Response(JSON.stringify(rest), { status, headers });
  client.openedIdToken = await openIdToken(idToken, answer.access_token, settings, keys);
  return new Response(JSON.stringify({ ...rest, id_token: client.openedIdToken }), { status, headers });
}

function objectIn(text: string): Record<string, unknown> | undefined {
  const value = jsonOf(text);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}

function authentication(settings: ProviderSettings, keys: RelyingPartyKeys): oidc.ClientAuth {
  const { clientAuthentication, clientSecret = "", clientAssertion } = settings;
  if (clientAuthentication === "client_secret_basic") return oidc.ClientSecretBasic(clientSecret);
  if (clientAuthentication === "client_secret_post") return oidc.ClientSecretPost(clientSecret);
  // The key is taken when it is needed: a rotation is noticed by the next sign-in.
  return async (as, client, body, headers) => {
    const { key, kid, alg } = await keys.signingKey(clientAssertion.alg);
    const assertion: oidc.ModifyAssertionFunction = (header, payload) => {
      header.alg = alg;
      if (clientAssertion.audience === "token-endpoint" && as.token_endpoint) payload.aud = as.token_endpoint;
    };
    await oidc.PrivateKeyJwt({ key, kid }, { [oidc.modifyAssertion]: assertion })(as, client, body, headers);
  };
}
