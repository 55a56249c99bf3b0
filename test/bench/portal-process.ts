import http from "node:http";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import { insuranceGateway } from "#app/adapters/insurance/gateway.ts";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { loadSigningKey } from "#app/adapters/signing/signing-key.ts";
import { readConfig } from "#app/config.ts";
import { feedGates } from "#app/http/feed-gates.ts";
import { createLogger } from "#app/http/log.ts";
import { portal } from "#app/http/portal.ts";
import { printGate } from "#app/print/print-gate.ts";
import { connect } from "#db/client.ts";

/**
 * The portal in a process of its own, so that its CPU time can be asked for. With FROZEN set, the same
 * routes answer from a view model in memory: no session, decision, event or SQL.
 */
const config = readConfig();
const built: ServerBuild = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
const frozen = process.env.FROZEN ? JSON.parse(process.env.FROZEN) : undefined;
const db = connect(config.databaseUrl, { applicationName: "bench", max: 8 });
const rpKeys = loadRelyingPartyKeys(config.keysDir);
const app = portal({
  config,
  db,
  keys: loadKeyRing(config.keysDir),
  logger: createLogger(config, "bench"),
  feed: feedGates({
    thread: pathToFileURL(path.resolve("build/feed-thread.js")),
    databaseUrl: config.feedDatabaseUrl,
    keysDir: config.keysDir,
    onFailure: (what) => process.stderr.write(`feed thread: ${what}\n`),
  }),
  print: printGate({
    thread: pathToFileURL(path.resolve("build/print-thread.js")),
    site: config.site,
    onFailure: (what) => process.stderr.write(`print thread: ${what}\n`),
  }),
  signingKey: loadSigningKey(config.keysDir),
  build: frozen ? freeze(built, frozen) : built,
  clientFolder: path.resolve("build/client"),
  now: () => new Date(),
  rpKeys,
  insurance: config.insurance && insuranceGateway(config.insurance),
  digitalIds: digitalIds(config.providers, { publicOrigin: config.publicOrigin, allowHttp: true, keys: rpKeys }),
});
const server = http.createServer({ keepAliveTimeout: 75_000 }, app);
server.listen(config.port, "localhost", () => process.send?.("ready"));

const delay = monitorEventLoopDelay({ resolution: 1 });
process.on("message", (asked) => {
  if (asked === "cpu") process.send?.({ cpu: process.cpuUsage() });
  if (asked === "delay") {
    // What was measured since it was last asked; the first time it begins.
    process.send?.({ longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 });
    delay.enable();
    delay.reset();
  }
});
process.once("disconnect", () => process.exit(0));

/** The same build with the loaders' answers kept in memory. */
function freeze(build: ServerBuild, views: Record<string, unknown>): ServerBuild {
  const routes = { ...build.routes };
  for (const [id, view] of Object.entries(views)) {
    const route = routes[id];
    if (route) routes[id] = { ...route, module: { ...route.module, loader: async () => view as object } };
  }
  return { ...build, routes };
}
