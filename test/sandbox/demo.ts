import fs from "node:fs";
import path from "node:path";
import { loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { connect } from "#db/client.ts";
import { ensureBuilt } from "../support/ensure-built.ts";
import { demoDatabase, postgresFolder } from "./demo/database.ts";
import { fixtures } from "./demo/fixtures.ts";
import { takeLock } from "./demo/lock.ts";
import { type DemoOptions, demoOptions, demoPorts } from "./demo/options.ts";
import { startOutsideWorld } from "./demo/outside-world.ts";
import { startProcess } from "./demo/processes.ts";
import { demoSecrets } from "./demo/secrets.ts";
import { Steps } from "./demo/steps.ts";
import { welcome } from "./demo/welcome.ts";
import { portalEnvironment } from "./environment.ts";
import { startIdentityProvider } from "./identity-provider/index.ts";
import { portTaken } from "./ports.ts";
import { endLeftOver } from "./postgres/left-over.ts";
import { loadCircumstances, loadRegisters, type Sandbox } from "./province/load.ts";
import { personas } from "./province/personas.ts";
import { sendStories } from "./province/send-stories.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** npm run demo – the whole province on this machine, from nothing but Node and npm. */
async function demo({ fresh, port, data }: DemoOptions): Promise<void> {
  const steps = new Steps();
  const origin = `http://localhost:${port}`;
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const stop = stopOnce(stops, steps);
  try {
    stops.push(takeLock(data, origin));
    await refuseTakenPorts(port);
    if (fresh) await steps.step("Old demo data removed", () => startOver(data));
    await steps.step("Portal built", () => ensureBuilt(ROOT));
    const secrets = await demoSecrets(data);
    const keysDir = path.join(data, "keys");
    makeKeys(keysDir, { sandbox: true });
    await makeSigningKey(keysDir, { sandbox: true });

    const database = await steps.step("PostgreSQL, with the current schema", () =>
      demoDatabase(data, secrets.databasePassword),
    );
    stops.push(() => database.server.stop());
    database.server.process.once("exit", () => stop("PostgreSQL has ended unexpectedly."));

    const identityProvider = await steps.step("Sandbox identity provider", () =>
      startIdentityProvider({
        port: port + 1,
        portalOrigin: origin,
        clientId: secrets.oidc.id,
        clientSecret: secrets.oidc.secret,
        personas,
        fixtures: () => fixtures(secrets),
        keysFolder: keysDir,
      }),
    );
    stops.push(() => identityProvider.close());

    const environment = portalEnvironment({
      origin,
      port,
      issuer: identityProvider.issuer,
      client: secrets.oidc,
      databaseUrl: database.url("portal"),
      feedDatabaseUrl: database.url("feed"),
      keysDir,
    });
    const commands = {
      OWNER_DATABASE_URL: database.url("owner"),
      DATABASE_URL: database.url("portal"),
      FEED_DATABASE_URL: database.url("feed"),
      KEYS_DIR: keysDir,
    };
    writeEnvironment(data, commands);
    stops.push(() => fs.rmSync(path.join(data, "demo.env"), { force: true }));
    const logs = path.join(data, "logs");
    const crashed = (name: string, log: string) =>
      stop(`The ${name} has ended unexpectedly; its last words are in ${log}.`);
    const build = (file: string) => path.join(ROOT, "build", file);
    const web = await steps.step("Portal", () =>
      startProcess("portal", build("server.js"), environment, logs, crashed),
    );
    stops.push(() => web.stop());
    const worker = await steps.step("Worker", () =>
      startProcess(
        "worker",
        build("worker.js"),
        { ...environment, WORKER_DATABASE_URL: database.url("worker") },
        logs,
        crashed,
      ),
    );
    stops.push(() => worker.stop());

    const outside = await steps.step("Sandbox payment gateway, hospital systems, message sink", () =>
      startOutsideWorld(port, secrets),
    );
    stops.push(() => outside.close());

    const sandbox = {
      issuer: identityProvider.issuer,
      keys: loadKeyRing(keysDir),
      portal: connect(database.url("portal"), { applicationName: "sandbox", max: 2 }),
      feed: connect(database.url("feed"), { applicationName: "sandbox", max: 2 }),
      owner: connect(database.url("owner"), { applicationName: "sandbox", max: 1 }),
    };
    await loadProvince(sandbox, data, steps, origin, secrets);
    await Promise.all([sandbox.portal.close(), sandbox.feed.close(), sandbox.owner.close()]);
    steps.say(welcome(port));
    process.send?.("ready");
  } catch (error) {
    await stop(error instanceof Error ? error.message : String(error));
  }
}

async function refuseTakenPorts(port: number): Promise<void> {
  const taken: string[] = [];
  for (const { port: number, what } of demoPorts(port))
    if (await portTaken(number)) taken.push(`  ${number} (for the ${what})`);
  if (taken.length === 0) return;
  throw new Error(
    `These ports are in use by another program:\n${taken.join("\n")}\nStop it, or start the demo elsewhere: npm run demo -- --port ${port + 100}`,
  );
}

async function startOver(data: string): Promise<void> {
  const folder = postgresFolder(data);
  await endLeftOver(path.join(folder, "data"));
  fs.rmSync(folder, { recursive: true, force: true });
  // By name: the folder may be any that somebody gave, with other things in it.
  for (const name of ["keys", "logs", "postgres", "sandbox.json", "province.loaded", "demo.env"])
    fs.rmSync(path.join(data, name), { recursive: true, force: true });
}

/** Once per data folder; a load that was cut short is done again, and what was taken is not taken twice. */
async function loadProvince(
  sandbox: Sandbox,
  data: string,
  steps: Steps,
  origin: string,
  secrets: Awaited<ReturnType<typeof demoSecrets>>,
): Promise<void> {
  const done = path.join(data, "province.loaded");
  if (fs.existsSync(done)) return;
  await steps.step("Province: facilities, systems, staff", () => loadRegisters(sandbox, secrets.clients));
  await steps.step("Province: hospitals send what they have", (progress) =>
    sendStories(origin, secrets.clients, new Date(secrets.today), (n, of) => progress(`${n} of ${of}`)),
  );
  await steps.step("Province: labels, a hidden visit, helpers", () => loadCircumstances(sandbox));
  fs.writeFileSync(done, new Date().toISOString());
}

/** For commands typed beside the running demo; readable by its owner alone. */
function writeEnvironment(data: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  fs.writeFileSync(path.join(data, "demo.env"), `${lines.join("\n")}\n`, { mode: 0o600 });
}

/** Stops everything that was started, last first, whoever asks and how often. */
function stopOnce(stops: (() => Promise<unknown> | unknown)[], steps: Steps): (why?: string) => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (why?: string) => {
    stopping ??= (async () => {
      steps.say(why ? `\n${why}` : "\nStopping …");
      for (const one of stops.splice(0).reverse()) {
        try {
          await one();
        } catch (error) {
          steps.say(error instanceof Error ? error.message : String(error));
        }
      }
      process.exit(why ? 1 : 0);
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // npm does not hand every signal on; when whoever started us is gone, so are we.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 1_000).unref();
  return stop;
}

try {
  await demo(demoOptions(process.argv.slice(2), path.join(ROOT, ".data")));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
