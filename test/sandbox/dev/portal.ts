import http from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import { insuranceGateway } from "#app/adapters/insurance/gateway.ts";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { loadSigningKey } from "#app/adapters/signing/signing-key.ts";
import { readConfig } from "#app/config.ts";
import { feedGate } from "#app/http/feed-gate.ts";
import { createLogger } from "#app/http/log.ts";
import { portal } from "#app/http/portal.ts";
import { printGate } from "#app/print/print-gate.ts";
import { connect } from "#db/client.ts";
import { vitePages } from "./vite-pages.ts";

/** The web process of `npm run dev`: as app/server.ts, with pages from source through Vite. */
const config = readConfig();
const logger = createLogger(config, "portal");
const db = connect(config.databaseUrl, { applicationName: "so-khoe-portal", max: 20 });
const feed = feedGate({
  thread: new URL("../../support/typescript-thread.mjs", import.meta.url),
  databaseUrl: config.feedDatabaseUrl,
  keysDir: config.keysDir,
  onFailure: (what) => logger.error({ what }, "feed thread"),
});
const print = printGate({
  thread: new URL("../../support/typescript-print-thread.mjs", import.meta.url),
  site: config.site,
  onFailure: (what) => logger.error({ what }, "print thread"),
});
const server = http.createServer();
const vite = await vitePages(server);
const rpKeys = loadRelyingPartyKeys(config.keysDir);
const app = portal({
  config,
  db,
  keys: loadKeyRing(config.keysDir),
  logger,
  feed,
  print,
  signingKey: loadSigningKey(config.keysDir),
  build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
  assets: vite.middlewares,
  now: () => new Date(),
  rpKeys,
  insurance: config.insurance && insuranceGateway(config.insurance),
  digitalIds: digitalIds(config.providers, {
    publicOrigin: config.publicOrigin,
    allowHttp: config.sandbox,
    keys: rpKeys,
  }),
});
server.on("request", app);
server.listen(config.port, config.host, () => process.send?.("ready"));

const stop = async () => {
  setTimeout(() => process.exit(1), 5_000).unref();
  server.close();
  server.closeAllConnections();
  await Promise.all([vite.close(), feed.close(), print.close()]);
  await db.close();
  process.exit(0);
};
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.once(event, stop);
