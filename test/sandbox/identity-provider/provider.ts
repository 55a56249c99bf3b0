import type { JWK } from "jose";
import { accountsOf, forgetStrength, grantAsAsked, signInMemory } from "./account.ts";
import { type ClientOptions, clientOf, cookies, features, lifetimes, protocol } from "./configuration.ts";
import type { Directory } from "./directory.ts";
import { installFaults } from "./faults/endpoints.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { ErrorPage, OidcContext, OidcLibrary, Provider } from "./library.ts";
import { signInPolicy } from "./policy.ts";
import { installSignOut } from "./sign-out.ts";
import { memoryStore } from "./store.ts";

export interface ProviderOptions extends ClientOptions {
  issuer: string;
  directory: Directory;
  faults: FaultSwitch;
  key: JWK;
  onError(error: unknown): void;
  errorPage: ErrorPage;
  /** Writes the page that asks before signing out. */
  signOutPage(ctx: OidcContext, form: string): void;
}

/** The OpenID provider itself, faults included. */
export function createProvider(library: OidcLibrary, options: ProviderOptions): Provider {
  const { issuer, faults, key, directory, onError } = options;
  const provider = new library.Provider(issuer, {
    ...protocol(key),
    clients: [clientOf(options)],
    features: features(options.signOutPage),
    cookies: cookies(issuer),
    ttl: lifetimes,
    adapter: () => memoryStore(),
    findAccount: accountsOf(directory),
    extraTokenClaims: signInMemory(faults),
    loadExistingGrant: grantAsAsked,
    interactions: { policy: signInPolicy(library, directory), url: interactionPath },
    renderError: async (ctx: OidcContext, error: { error: string }) => options.errorPage(ctx, error),
  });
  // Koa prints the errors that nobody listens for.
  provider.on("error", onError);
  provider.on("server_error", (_ctx, error) => onError(error));
  provider.on("authorization.accepted", forgetStrength);
  installSignOut(provider);
  installFaults(provider, faults, key, options.errorPage);
  return provider;
}

function interactionPath(_ctx: OidcContext, interaction: { uid: string }): string {
  return `/interaction/${interaction.uid}`;
}
