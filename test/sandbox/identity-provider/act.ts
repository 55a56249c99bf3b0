import { directoryOf } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { IdentityProviderOptions } from "./index.ts";
import { spoilingKeys } from "./keys.ts";
import type { OidcLibrary } from "./library.ts";
import { showProtocolError, showSignOut } from "./pages/protocol.ts";
import { profiles } from "./profiles/index.ts";
import type { Profile, ProfileName } from "./profiles/profile.ts";
import { createProvider } from "./provider.ts";
import type { Sandbox } from "./sandbox.ts";
import { providerSessions } from "./sessions.ts";
import { signingKey } from "./signing-key.ts";
import { memoryStore } from "./store.ts";

export interface Act {
  all: readonly Profile[];
  /** The provider that acts this profile, started when first needed: keys take a while to make. */
  as(profile: ProfileName): Promise<Sandbox>;
  /** Those that were needed so far. */
  running(): Promise<Sandbox[]>;
}

/** One provider for each profile, all with the same people, client and fault switch. */
export function actors(
  library: OidcLibrary,
  options: IdentityProviderOptions,
  origin: string,
  faults: FaultSwitch,
): Act {
  const all = profiles(faults);
  const started = new Map<ProfileName, Promise<Sandbox>>();
  return {
    all,
    as: (name) => {
      const found = all.find((one) => one.name === name);
      if (!found) throw new Error(`There is no profile ${name}.`);
      const acting = started.get(name) ?? start(library, options, { origin, faults, profile: found });
      started.set(name, acting);
      return acting;
    },
    running: () => Promise.all(started.values()),
  };
}

async function start(
  library: OidcLibrary,
  options: IdentityProviderOptions,
  { origin, faults, profile }: { origin: string; faults: FaultSwitch; profile: Profile },
): Promise<Sandbox> {
  const { portalOrigin, clientId, clientSecret } = options;
  const directory = directoryOf(options.personas, profile);
  const onError = options.onError ?? (() => undefined);
  const keys = spoilingKeys(await signingKey(options.keysFolder, profile), profile.alg, clientSecret);
  const store = memoryStore();
  const provider = createProvider(library, {
    origin,
    portalOrigin,
    clientId,
    clientSecret,
    profile,
    directory,
    faults,
    keys,
    sessions: store,
    onError,
    errorPage: (ctx, error) => showProtocolError(ctx, portalOrigin, error),
    signOutPage: (ctx, form) => showSignOut(ctx, portalOrigin, form),
  });
  const sessions = providerSessions(store, clientId);
  const subjectOf = (login: string) => {
    const persona = directory.byLogin(login);
    if (!persona) throw new Error("Nobody here signs in like that.");
    return profile.subject(persona);
  };
  return { origin, portalOrigin, profile, library, provider, directory, faults, keys, sessions, subjectOf, onError };
}
