import type { Express } from "express";
import { startOnLoopback } from "../http/start.ts";
import type { Persona } from "../province/personas.ts";
import { directoryOf } from "./directory.ts";
import { type FaultSwitch, faultSwitch } from "./faults/switch.ts";
import { oidcLibrary } from "./library.ts";
import { showProtocolError, showSignOut } from "./pages/protocol.ts";
import { createProvider } from "./provider.ts";
import { identityProviderApp } from "./routes/app.ts";
import { signingKey } from "./signing-key.ts";

export type { FaultName } from "./faults/table.ts";

export interface IdentityProviderOptions {
  /** 0 takes any free port. */
  port: number;
  portalOrigin: string;
  clientId: string;
  clientSecret: string;
  personas: readonly Persona[];
  /** What machines read at /fixtures.json. */
  fixtures(): object;
  /** Keeps the signing key over restarts; without it there is a new one each time. */
  keysFolder?: string;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface IdentityProvider {
  issuer: string;
  port: number;
  setFault: FaultSwitch["set"];
  close(): Promise<void>;
}

/** Starts the sandbox's national digital ID, on loopback only. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const faults = faultSwitch();
  const { url, port, close } = await startOnLoopback(options.port, (issuer) => build(options, issuer, faults));
  return { issuer: url, port, setFault: faults.set, close };
}

async function build(options: IdentityProviderOptions, issuer: string, faults: FaultSwitch): Promise<Express> {
  const { portalOrigin, clientId, clientSecret, fixtures } = options;
  const library = await oidcLibrary();
  const directory = directoryOf(options.personas);
  const onError = options.onError ?? (() => undefined);
  const provider = createProvider(library, {
    issuer,
    portalOrigin,
    clientId,
    clientSecret,
    directory,
    faults,
    onError,
    key: await signingKey(options.keysFolder),
    errorPage: (ctx, error) => showProtocolError(ctx, portalOrigin, error),
    signOutPage: (ctx, form) => showSignOut(ctx, portalOrigin, form),
  });
  return identityProviderApp({ issuer, portalOrigin, library, provider, directory, faults, fixtures, onError });
}
