import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { insuranceGateway } from "#app/adapters/insurance/gateway.ts";
import { loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { makeRelyingPartyKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { loadSigningKey, makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { type Config, readConfig } from "#app/config.ts";
import type { StaffRole } from "#app/domain/identity/view.ts";
import { feedGate } from "#app/http/feed-gate.ts";
import { type PortalParts, portal } from "#app/http/portal.ts";
import { printGate } from "#app/print/print-gate.ts";
import { portalEnvironment } from "../sandbox/environment.ts";
import { startIdentityProvider } from "../sandbox/identity-provider/index.ts";
import { freePort } from "../sandbox/ports.ts";
import { personas } from "../sandbox/province/personas.ts";
import { Browserless } from "./browser-less.ts";
import { type CapturedLog, capturedLog } from "./captured-log.ts";
import { testKeys } from "./keys.ts";
import { signInWithoutScript, stepUp } from "./sign-in.ts";
import type { TestDb } from "./test-db.ts";

export interface World {
  origin: string;
  config: Config;
  parts: PortalParts;
  identityProvider: Awaited<ReturnType<typeof startIdentityProvider>>;
  /** Everything the portal has logged, from `info` up. */
  log: CapturedLog;
  /** A browser without script that has signed in as this persona, read the notice, taken the duty, and proved itself for an act. */
  signIn(login: string, duty?: StaffRole, provedFor?: string): Promise<Browserless>;
  browser(): Browserless;
  /** Another process of the same portal: same origin and database, a port of its own. */
  another(changes?: Partial<PortalParts>): Promise<{ port: number }>;
}

/** Tests sign in faster than people do; what limits them is tried where it is the subject. */
const UNHURRIED = { SIGN_INS_PER_SECOND: "1000" };

const CLIENT = { id: "so-khoe-test", secret: "sandbox-test-secret" };

/** A portal and its identity provider on loopback, over this test file's own database; with `providers`, several of its kinds. */
export async function startWorld(
  db: TestDb,
  changes: Partial<PortalParts> = {},
  settings: Record<string, string> = {},
  providers?: (origin: string, client: typeof CLIENT) => object[],
): Promise<World> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const identityProvider = await startIdentityProvider({
    port: 0,
    portalOrigin: origin,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    personas,
    fixtures: () => ({}),
  });
  const { folder } = testKeys();
  makeKeys(folder, { sandbox: true });
  await makeSigningKey(folder, { sandbox: true });
  await makeRelyingPartyKeys(folder, { sandbox: true });
  const rpKeys = loadRelyingPartyKeys(folder);
  const environment = portalEnvironment({
    origin,
    port,
    issuer: identityProvider.issuer,
    client: CLIENT,
    databaseUrl: db.url("portal"),
    feedDatabaseUrl: db.url("feed"),
    keysDir: folder,
  });
  if (providers) await identityProvider.ready();
  const several = providers && providersFile(folder, providers(identityProvider.issuer, CLIENT));
  const config = readConfig({ ...environment, ...several, LOG_LEVEL: "silent", ...UNHURRIED, ...settings });
  const log = capturedLog();
  const feed = feedGate({
    thread: new URL("./typescript-thread.mjs", import.meta.url),
    databaseUrl: config.feedDatabaseUrl,
    keysDir: folder,
    onFailure: () => undefined,
  });
  const print = printGate({
    thread: pathToFileURL(path.resolve("build/print-thread.js")),
    site: config.site,
    onFailure: () => undefined,
  });
  const build = await import(/* @vite-ignore */ pathToFileURL(path.resolve("build/server/index.js")).href);
  const parts: PortalParts = {
    config,
    db: db.connect("portal", { max: 8 }),
    keys: loadKeyRing(folder),
    rpKeys,
    digitalIds: relyingParty(config, rpKeys),
    insurance: config.insurance && insuranceGateway(config.insurance),
    logger: log.logger,
    now: () => new Date(),
    feed,
    print,
    signingKey: loadSigningKey(folder),
    build,
    clientFolder: path.resolve("build/client"),
    ...changes,
  };
  const servers: http.Server[] = [];
  const serve = async (own: PortalParts, at: number) => {
    // As in production: a busy test must not find a kept connection closed under it.
    const server = http.createServer({ keepAliveTimeout: 75_000 }, portal(own));
    await new Promise<void>((resolve) => server.listen(at, "localhost", resolve));
    servers.push(server);
    return { port: (server.address() as AddressInfo).port };
  };
  await serve(parts, port);
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await Promise.all([feed.close(), print.close(), identityProvider.close()]);
  });
  return {
    origin,
    config,
    parts,
    identityProvider,
    log,
    another: (more = {}) => serve({ ...parts, ...more }, 0),
    browser: () => new Browserless(),
    signIn: async (login, duty, provedFor) => {
      const browser = await signInWithoutScript(origin, login, duty);
      if (provedFor) await stepUp(browser, origin, { action: provedFor, login });
      return browser;
    },
  };
}

function providersFile(folder: string, entries: object[]): { OIDC_PROVIDERS_FILE: string } {
  const file = path.join(folder, "providers.json");
  fs.writeFileSync(file, JSON.stringify(entries));
  return { OIDC_PROVIDERS_FILE: file };
}

/** The portal's side of the digital IDs, knowing nothing of the providers yet. */
export function relyingParty(
  { publicOrigin, providers, keysDir }: Pick<Config, "publicOrigin" | "providers" | "keysDir">,
  keys = loadRelyingPartyKeys(keysDir),
): DigitalIds {
  return digitalIds(providers, { publicOrigin, allowHttp: true, keys });
}
