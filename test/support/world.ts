import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { digitalId } from "#app/adapters/digital-id/digital-id.ts";
import { loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";
import { loadSigningKey, makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { type Config, readConfig } from "#app/config.ts";
import { feedGate } from "#app/http/feed-gate.ts";
import { createLogger } from "#app/http/log.ts";
import { type PortalParts, portal } from "#app/http/portal.ts";
import { portalEnvironment } from "../sandbox/environment.ts";
import { startIdentityProvider } from "../sandbox/identity-provider/index.ts";
import { freePort } from "../sandbox/ports.ts";
import { personas } from "../sandbox/province/personas.ts";
import { Browserless } from "./browser-less.ts";
import { testKeys } from "./keys.ts";
import { signInWithoutScript } from "./sign-in.ts";
import type { TestDb } from "./test-db.ts";

export interface World {
  origin: string;
  config: Config;
  parts: PortalParts;
  identityProvider: Awaited<ReturnType<typeof startIdentityProvider>>;
  /** A browser without script that has signed in as this persona, and read the notice. */
  signIn(login: string): Promise<Browserless>;
  browser(): Browserless;
}

const CLIENT = { id: "so-khoe-test", secret: "sandbox-test-secret" };

/** A portal and its identity provider on loopback, over this test file's own database. */
export async function startWorld(db: TestDb, changes: Partial<PortalParts> = {}): Promise<World> {
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
  const environment = portalEnvironment({
    origin,
    port,
    issuer: identityProvider.issuer,
    client: CLIENT,
    databaseUrl: db.url("portal"),
    feedDatabaseUrl: db.url("feed"),
    keysDir: folder,
  });
  const config = readConfig({ ...environment, LOG_LEVEL: "silent" });
  const feed = feedGate({
    thread: new URL("./typescript-thread.mjs", import.meta.url),
    databaseUrl: config.feedDatabaseUrl,
    keysDir: folder,
    onFailure: () => undefined,
  });
  const build = await import(/* @vite-ignore */ pathToFileURL(path.resolve("build/server/index.js")).href);
  const parts: PortalParts = {
    config,
    db: db.connect("portal", { max: 8 }),
    keys: loadKeyRing(folder),
    digitalId: digitalId({
      ...config.oidc,
      redirectUri: `${origin}/sign-in/callback`,
      postLogoutRedirectUri: `${origin}/signed-out`,
      allowHttp: true,
    }),
    logger: createLogger(config, "test"),
    now: () => new Date(),
    feed,
    signingKey: loadSigningKey(folder),
    build,
    clientFolder: path.resolve("build/client"),
    ...changes,
  };
  const server = http.createServer(portal(parts));
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all([feed.close(), identityProvider.close()]);
  });
  return {
    origin,
    config,
    parts,
    identityProvider,
    browser: () => new Browserless(),
    signIn: (login) => signInWithoutScript(origin, login),
  };
}
