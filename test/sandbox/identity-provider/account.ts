import { acrOf, asksForStrong } from "./assurance.ts";
import { lifetimes } from "./configuration.ts";
import { claimsOf, type Directory } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { AccessToken, Grant, OidcContext } from "./library.ts";

/** Finds the account of a subject for oidc-provider, which then picks the claims the scopes allow. */
export function accountsOf(directory: Directory) {
  return async (ctx: OidcContext, subject: string, token?: AccessToken) => {
    const persona = directory.bySubject(subject);
    if (!persona) return undefined;
    const claims = async () => {
      const { without_number, ...signIn } = token?.extra ?? ctx.oidc.accessToken?.extra ?? {};
      return { ...claimsOf(persona, without_number !== true), ...signIn, sub: subject };
    };
    return { accountId: subject, claims };
  };
}

/** What the access token remembers, so that userinfo says the same as the ID token did. */
export function signInMemory(faults: FaultSwitch) {
  return async ({ oidc }: OidcContext) => {
    const { acr, amr, authTime } = oidc.entities.AuthorizationCode ?? {};
    return { acr, amr, auth_time: authTime, without_number: faults.take("no-personal-number") };
  };
}

/** No consent screen: every request is granted the scopes it asks for. */
export async function grantAsAsked({ oidc }: OidcContext): Promise<Grant | undefined> {
  const { session, client, provider, requestParamOIDCScopes } = oidc;
  if (session.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(" "));
  await grant.save(lifetimes.Grant);
  return grant;
}

/** Strength belongs to the request that asked for it: the next one is told level 2 again. */
export function forgetStrength({ oidc }: OidcContext): void {
  const { session, params } = oidc;
  if (session.acr === acrOf(3) && !asksForStrong(params.acr_values)) session.acr = acrOf(2);
}
