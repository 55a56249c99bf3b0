import { accountsOf, forgetStrength, grantAsAsked, signInMemory } from "./account.ts";
import { shapedAnswers } from "./answers/answers.ts";
import { type ClientOptions, clientOf, cookies, features, lifetimes, protocol } from "./configuration.ts";
import type { Directory } from "./directory.ts";
import { failingEndpoints } from "./faults/endpoints.ts";
import { spoilingPushedRequest } from "./faults/pushed-request.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import { spoilingWayBack } from "./faults/way-back.ts";
import type { SpoilingKeys } from "./keys.ts";
import type { ErrorPage, OidcContext, OidcLibrary, Provider } from "./library.ts";
import { signInPolicy } from "./policy.ts";
import type { Profile } from "./profiles/profile.ts";
import { installSignOut } from "./sign-out.ts";
import { memoryStore, type Store } from "./store.ts";

export interface ProviderOptions extends ClientOptions {
  /** The server's own address; the issuer is below it. */
  origin: string;
  profile: Profile;
  directory: Directory;
  faults: FaultSwitch;
  keys: SpoilingKeys;
  /** Holds the sessions, so that they can be ended from elsewhere. */
  sessions: Store;
  onError(error: unknown): void;
  errorPage: ErrorPage;
  /** Writes the page that asks before signing out. */
  signOutPage(ctx: OidcContext, form: string): void;
}

/** The OpenID provider itself, faults included. */
export function createProvider(library: OidcLibrary, options: ProviderOptions): Provider {
  const { origin, profile, faults, keys, directory, onError, errorPage } = options;
  const issuer = origin + profile.path;
  const provider = new library.Provider(issuer, {
    ...protocol(keys.own, profile),
    clients: [clientOf(options, profile)],
    features: features(profile, options.signOutPage),
    cookies: cookies(issuer),
    ttl: lifetimes,
    adapter: (kind: string) => (kind === "Session" ? options.sessions : memoryStore()),
    findAccount: accountsOf(directory, profile, origin),
    extraTokenClaims: signInMemory(faults),
    loadExistingGrant: grantAsAsked,
    interactions: {
      policy: signInPolicy(library, directory, profile.levels),
      url: (_ctx: OidcContext, { uid }: { uid: string }) => `${profile.path}/interaction/${uid}`,
    },
    renderError: async (ctx: OidcContext, error: { error: string }) => errorPage(ctx, error),
  });
  // Koa prints the errors that nobody listens for.
  provider.on("error", onError);
  provider.on("server_error", (_ctx, error) => onError(error));
  provider.on("authorization.accepted", forgetStrength(profile.levels));
  installSignOut(provider, profile.paths);
  provider.use(failingEndpoints(faults, profile.paths, errorPage));
  provider.use(spoilingPushedRequest(faults, profile.paths, provider));
  const keysAt = `${options.portalOrigin}/sign-in/jwks.json`;
  provider.use(shapedAnswers({ issuer, clientId: options.clientId, profile, faults, keys, keysAt }));
  const spoil = spoilingWayBack(faults, profile, origin);
  provider.on("authorization.success", (_ctx, out) => spoil(out));
  return provider;
}
