import type { IncomingMessage, ServerResponse } from "node:http";
import type { Middleware, OidcContext, OidcSession, Provider } from "./library.ts";
import type { Paths } from "./paths.ts";

/** Ends a session: nothing issued in it works any longer. */
export async function endSession(provider: Provider, session: OidcSession): Promise<void> {
  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (grantId === undefined) continue;
    await provider.AccessToken.revokeByGrantId(grantId);
    await provider.AuthorizationCode.revokeByGrantId(grantId);
  }
  await session.destroy();
}

/** Ends whatever session this browser has, and takes the cookie away. */
export async function endBrowserSession(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const ctx = provider.createContext(req, res);
  const session = await provider.Session.get(ctx);
  await tellApplications(provider, session);
  await endSession(provider, session);
  forgetCookie(provider, ctx);
}

/** Back-channel logout: applications that gave an address for it hear that a session is over; who does not answer, does not. */
async function tellApplications(provider: Provider, session: OidcSession): Promise<void> {
  for (const [clientId, { sid = "" }] of Object.entries(session.authorizations ?? {})) {
    const client = await provider.Client.find(clientId);
    if (client?.backchannelLogoutUri && session.accountId !== undefined)
      await client.backchannelLogout(session.accountId, sid).catch(() => undefined);
  }
}

/** The application asked for it: at once if it proves whose session it means, else `ask` first. */
export async function signOut(ctx: OidcContext, ask: () => void): Promise<void> {
  if (ctx.oidc.entities.IdTokenHint === undefined) return ask();
  await finish(ctx);
}

/**
 * With nobody signed in, oidc-provider answers with a form that a script submits;
 * there is nothing left to confirm, so go straight back.
 */
export function installSignOut(provider: Provider, paths: Paths): void {
  const goBackWhenNobodyIsThere: Middleware = async (ctx, next) => {
    await next();
    if (ctx.path !== paths.endSession || ctx.status !== 200) return;
    if (ctx.oidc.session.accountId === undefined) await finish(ctx);
  };
  provider.use(goBackWhenNobodyIsThere);
}

async function finish(ctx: OidcContext): Promise<void> {
  const { provider, session } = ctx.oidc;
  const { postLogoutRedirectUri, state } = session.state ?? {};
  await endSession(provider, session);
  forgetCookie(provider, ctx);
  const target = new URL(postLogoutRedirectUri ?? "/", provider.issuer);
  if (postLogoutRedirectUri !== undefined && state !== undefined) target.searchParams.set("state", state);
  ctx.status = 303;
  ctx.redirect(target.href);
}

function forgetCookie(provider: Provider, ctx: OidcContext): void {
  ctx.cookies.set(provider.cookieName("session"), null, { httpOnly: true, sameSite: "lax", overwrite: true });
}
