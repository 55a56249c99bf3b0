import type { Express } from "express";
import { startOnLoopback } from "../http/start.ts";
import type { Persona } from "../province/personas.ts";
import { type Act, actors } from "./act.ts";
import { type FaultSwitch, faultSwitch } from "./faults/switch.ts";
import { oidcLibrary } from "./library.ts";
import { type LogoutFault, logoutToken } from "./logout-token.ts";
import { type ProfileName, profileNames } from "./profiles/profile.ts";
import { identityProviderApp } from "./routes/app.ts";

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
  /** Keeps the signing keys over restarts; without it there are new ones each time. */
  keysFolder?: string;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface IdentityProvider {
  /** The plain one's. */
  issuer: string;
  port: number;
  issuerOf(profile: ProfileName): string;
  /** All kinds started, which otherwise happens when the first browser comes: RSA keys take a while. */
  ready(): Promise<void>;
  setFault: FaultSwitch["set"];
  /** A logout token about everything this persona has there, or about one session; good, or with one thing wrong. */
  logoutToken(about: LogoutWish, fault?: LogoutFault): Promise<string>;
  /** The `sid` of each session a persona has at a provider. */
  sids(profile: ProfileName, login: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface LogoutWish {
  profile: ProfileName;
  login?: string;
  sid?: string;
  jti?: string;
}

/** Starts the sandbox's national digital IDs, on loopback only. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const faults = faultSwitch();
  let act: Act | undefined;
  const build = async (origin: string): Promise<Express> => {
    act = actors(await oidcLibrary(), options, origin, faults);
    await act.as("plain");
    return identityProviderApp({ ...options, origin, act, faults });
  };
  const { url, port, close } = await startOnLoopback(options.port, build);
  const issuerOf = (profile: ProfileName) => (profile === "plain" ? url : `${url}/${profile}`);
  const sandboxOf = (profile: ProfileName) => (act as Act).as(profile);
  return {
    issuer: url,
    port,
    issuerOf,
    async ready() {
      await Promise.all(profileNames.map(sandboxOf));
    },
    setFault: faults.set,
    async logoutToken({ profile, login, sid, jti }, fault) {
      const { keys, subjectOf } = await sandboxOf(profile);
      const subject = login === undefined ? undefined : subjectOf(login);
      return logoutToken(keys, { issuer: issuerOf(profile), clientId: options.clientId, subject, sid, jti }, fault);
    },
    async sids(profile, login) {
      const { sessions, subjectOf } = await sandboxOf(profile);
      return sessions.sids(subjectOf(login));
    },
    close,
  };
}
