import { acrOf, asksForStrong, type Levels } from "./assurance.ts";
import { lifetimes } from "./configuration.ts";
import type { Directory } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { AccessToken, Grant, OidcContext } from "./library.ts";
import type { Profile } from "./profiles/profile.ts";

/** Finds the account of a subject for oidc-provider, which then picks the claims that were asked for. */
export function accountsOf(directory: Directory, profile: Profile, origin: string) {
  return async (ctx: OidcContext, subject: string, token?: AccessToken) => {
    const persona = directory.bySubject(subject);
    if (!persona) return undefined;
    const claims = async () => {
      const { without_number, ...signIn } = token?.extra ?? ctx.oidc.accessToken?.extra ?? {};
      return { ...profile.claims({ origin, persona, withNumber: without_number !== true }), ...signIn, sub: subject };
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

/** No consent screen: every request is granted the scopes and claims it asks for. */
export async function grantAsAsked({ oidc }: OidcContext): Promise<Grant | undefined> {
  const { session, client, provider, requestParamOIDCScopes, requestParamClaims } = oidc;
  if (session.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(" "));
  grant.addOIDCClaims([...requestParamClaims]);
  await grant.save(lifetimes.Grant);
  return grant;
}

/** Strength belongs to the request that asked for it: the next one is told level 2 again. */
export function forgetStrength(levels: Levels) {
  return ({ oidc }: OidcContext): void => {
    const { session, params } = oidc;
    if (session.acr === acrOf(levels, 3) && !asksForStrong(levels, params.acr_values)) session.acr = acrOf(levels, 2);
  };
}
