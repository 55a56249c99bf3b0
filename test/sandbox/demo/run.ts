import path from "node:path";
import { ensureBuilt, isBuilt } from "../../support/ensure-built.ts";
import { portalEnvironment } from "../environment.ts";
import { providerEntries } from "../identity-provider/providers-file.ts";
import { insurerSettings } from "../insurer/server.ts";
import { demoKeys, startOver, writeEnvironment, writeProviders } from "./data-folder.ts";
import { type DemoDatabase, demoDatabase } from "./database.ts";
import type { DemoOptions } from "./options.ts";
import { type ProcessOptions, startProcess } from "./processes.ts";
import { loadProvince } from "./province.ts";
import { startRestarting } from "./restarting.ts";
import { type DemoSecrets, demoSecrets } from "./secrets.ts";
import type { Steps } from "./steps.ts";
import type { Stopping } from "./stopping.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Starts everything, what does not depend on each other at the same time, and loads the province the first time. */
export async function runDemo(options: DemoOptions, steps: Steps, stop: Stopping): Promise<void> {
  const { fresh, port, data, dev } = options;
  if (fresh) await steps.step("Forgetting the old data", () => startOver(data));
  const secrets = await demoSecrets(data);
  const keysDir = await demoKeys(data);
  const [database] = await Promise.all([
    steps.step("PostgreSQL, with the current schema", () => startDatabase(data, secrets, stop)),
    dev || isBuilt(ROOT) ? undefined : steps.step("Building the portal", () => ensureBuilt(ROOT)),
  ]);

  const origin = `http://localhost:${port}`;
  const issuer = `http://localhost:${port + 1}`;
  const portal = {
    ...portalEnvironment({
      origin,
      port,
      issuer,
      client: secrets.oidc,
      databaseUrl: database.url("portal"),
      feedDatabaseUrl: database.url("feed"),
      keysDir,
    }),
    ...insurerSettings({ url: `http://localhost:${port + 5}`, account: secrets.insurer }),
    OIDC_PROVIDERS_FILE: writeProviders(data, providerEntries(issuer, secrets.oidc)),
    ...(dev && { NODE_ENV: "development" }),
  };
  const forCommands = {
    OWNER_DATABASE_URL: database.url("owner"),
    DATABASE_URL: database.url("portal"),
    FEED_DATABASE_URL: database.url("feed"),
    KEYS_DIR: keysDir,
    SANDBOX: "1",
  };
  stop.add(writeEnvironment(data, forCommands));

  const start = (name: string, built: string, source: string, env: Record<string, string>) => {
    const process: ProcessOptions = {
      name,
      file: path.join(ROOT, built),
      env,
      logs: path.join(data, "logs"),
      onCrash: stop.now,
    };
    const running = dev
      ? startRestarting({ ...process, file: path.join(ROOT, source), node: ["--import", "tsx"] }, ROOT, (line) =>
          steps.say(line),
        )
      : startProcess(process);
    stop.add(running.stop);
    return running.ready;
  };
  await Promise.all([
    steps.step("Portal", () => start("portal", "build/server.js", "test/sandbox/dev/portal.ts", portal)),
    steps.step("Worker", () =>
      start("worker", "build/worker.js", "app/worker.ts", { ...portal, WORKER_DATABASE_URL: database.url("worker") }),
    ),
    steps.step("Sandbox: identity provider, payment gateway, hospital systems, message sink, insurer", async () => {
      const { startOutsideWorld } = await import("./outside-world.ts");
      stop.add((await startOutsideWorld({ port, origin, secrets, keysDir })).close);
    }),
  ]);
  await loadProvince({ data, database, keysDir, issuer, origin, secrets }, steps);
}

async function startDatabase(data: string, secrets: DemoSecrets, stop: Stopping): Promise<DemoDatabase> {
  const database = await demoDatabase(data, secrets.databasePassword);
  stop.add(() => database.server.stop());
  database.server.process.once("exit", () => stop.now("PostgreSQL has ended unexpectedly."));
  return database;
}
