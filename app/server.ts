import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import { missingKeys } from "#app/adapters/digital-id/missing-keys.ts";
import { insuranceGateway } from "#app/adapters/insurance/gateway.ts";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { loadSigningKey } from "#app/adapters/signing/signing-key.ts";
import { connect } from "#db/client.ts";
import { type Config, readConfig } from "./config.ts";
import { feedGates } from "./http/feed-gates.ts";
import { createLogger } from "./http/log.ts";
import { portal } from "./http/portal.ts";
import { printGate } from "./print/print-gate.ts";

/** The web process. Built to `build/server.js`, beside the pages and the feed thread. */
async function start(config: Config): Promise<void> {
  const logger = createLogger(config, "portal");
  const keys = loadKeyRing(config.keysDir);
  const signingKey = loadSigningKey(config.keysDir);
  const rpKeys = loadRelyingPartyKeys(config.keysDir);
  const missing = config.providers.flatMap((provider) => missingKeys(provider, rpKeys));
  if (missing.length > 0) throw new Error(missing.join("\n"));
  if (!config.sandbox && (keys.sandbox || signingKey.sandbox || rpKeys.sandbox))
    throw new Error(`The keys in ${config.keysDir} were made for a sandbox; run "npm run keys" for keys of your own.`);

  const db = connect(config.databaseUrl, { applicationName: "so-khoe-portal", max: 20 });
  const here = path.dirname(fileURLToPath(import.meta.url));
  const feed = feedGates({
    thread: new URL("./feed-thread.js", import.meta.url),
    databaseUrl: config.feedDatabaseUrl,
    keysDir: config.keysDir,
    onFailure: (what) => logger.error({ what }, "feed thread"),
  });
  const print = printGate({
    thread: new URL("./print-thread.js", import.meta.url),
    site: config.site,
    onFailure: (what) => logger.error({ what }, "print thread"),
  });
  const build = await import(path.join(here, "server", "index.js"));
  const app = portal({
    config,
    db,
    keys,
    logger,
    feed,
    print,
    signingKey,
    build,
    clientFolder: path.join(here, "client"),
    now: () => new Date(),
    rpKeys,
    insurance: config.insurance && insuranceGateway(config.insurance),
    digitalIds: digitalIds(config.providers, {
      publicOrigin: config.publicOrigin,
      allowHttp: config.sandbox,
      keys: rpKeys,
    }),
  });
  // Longer than proxies and hospitals' systems keep a connection, or they lose the race against its closing.
  const server = http.createServer({ keepAliveTimeout: 75_000, requestTimeout: 120_000, headersTimeout: 20_000 }, app);
  server.once("error", (error) => {
    process.stderr.write(`The portal cannot listen on HOST and PORT of its settings: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(config.port, config.host, () => {
    logger.info({ origin: config.publicOrigin }, "portal is up");
    process.send?.("ready");
  });

  const stop = () => {
    logger.info("portal stops");
    server.close(async () => {
      await Promise.all([feed.close(), print.close()]);
      await db.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Started by another process: when that one dies, nobody is left to stop us.
  if (process.connected) process.once("disconnect", stop);
}

try {
  await start(readConfig());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
