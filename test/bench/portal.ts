import { type ChildProcess, fork } from "node:child_process";
import { exportJWK, generateKeyPair } from "jose";
import { portalEnvironment } from "../sandbox/environment.ts";
import { type HospitalClient, hospitalSystem } from "../sandbox/hospital-systems/client.ts";
import { startIdentityProvider } from "../sandbox/identity-provider/index.ts";
import { freePort } from "../sandbox/ports.ts";
import { clientIdOf, loadRegisters } from "../sandbox/province/load.ts";
import { personas } from "../sandbox/province/personas.ts";
import { type Bench, benchWorld } from "./support.ts";

const CLIENT = { id: "bench", secret: "sandboxbench" };

export interface BenchPortal {
  bench: Bench;
  origin: string;
  /** The portal in a process of its own, at its origin. */
  real: ChildProcess;
  /** Another one, at a port of its own, with these settings more. */
  another(more: Record<string, string>): Promise<{ child: ChildProcess; origin: string }>;
  /** The general hospital's system, with the key it is registered with. */
  hospital: ReturnType<typeof hospitalSystem>;
}

/** A portal as in production over a durable PostgreSQL, its identity provider, and the province's registers. */
export async function withPortal(work: (portal: BenchPortal) => Promise<void>): Promise<void> {
  const bench = await benchWorld();
  const children: ChildProcess[] = [];
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
  const environment = (at: number) => ({
    ...portalEnvironment({
      origin: `http://localhost:${at}`,
      port: at,
      issuer: identityProvider.issuer,
      client: CLIENT,
      databaseUrl: bench.url("portal"),
      feedDatabaseUrl: bench.url("feed"),
      keysDir: bench.keysDir,
    }),
    LOG_LEVEL: "silent",
    PAGES_PER_MINUTE: "1000000",
  });
  const started = async (at: number, more: Record<string, string>) => {
    const child = await startProcess({ ...environment(at), ...more });
    children.push(child);
    return child;
  };
  try {
    const hospital = await registered(bench, identityProvider.issuer, origin);
    const real = await started(port, {});
    const another = async (more: Record<string, string>) => {
      const at = await freePort();
      return { child: await started(at, more), origin: `http://localhost:${at}` };
    };
    await work({ bench, origin, real, another, hospital });
  } finally {
    for (const child of children) child.disconnect();
    await identityProvider.close();
    await bench.close();
  }
}

/** The registers, with a key for the general hospital's system. */
async function registered(bench: Bench, issuer: string, origin: string) {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const client: HospitalClient = {
    clientId: clientIdOf("general-hospital"),
    alg: "ES256",
    jwk: { ...(await exportJWK(privateKey)), kid: "bench", alg: "ES256" },
    portal: origin,
  };
  const { keys } = bench;
  const [portal, feed, owner] = [bench.connect("portal"), bench.connect("feed"), bench.connect("owner")];
  await loadRegisters({ portal, feed, owner, keys, issuer }, { "general-hospital": client });
  return hospitalSystem(client);
}

async function startProcess(env: Record<string, string>): Promise<ChildProcess> {
  const child = fork("test/bench/portal-process.ts", [], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The portal ended at start (${code}).`)));
  });
  return child;
}

/** Asks the portal's process something and waits for its answer. */
export function askProcess<T>(child: ChildProcess, what: "cpu" | "delay"): Promise<T> {
  const answer = new Promise<T>((resolve) => child.once("message", (m) => resolve(m as T)));
  child.send(what);
  return answer;
}
