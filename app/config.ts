import fs from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";
import { entryOfVariables, missingVariables } from "#app/adapters/digital-id/one-provider.ts";
import { profileNames } from "#app/adapters/digital-id/profiles.ts";
import { readProvider, readProviders } from "#app/adapters/digital-id/read-settings.ts";
import { unsafeInProvider } from "#app/adapters/digital-id/refuse-unsafe.ts";
import type { ProviderSettings } from "#app/adapters/digital-id/settings.ts";
import type { GatewaySettings } from "#app/adapters/insurance/gateway.ts";
import type { Site } from "#app/i18n/site.ts";
import { isLoopbackHost } from "#app/shared/loopback.ts";

const url = z.url();
const jsonMap = <T extends z.ZodType>(values: T) =>
  z
    .string()
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        ctx.addIssue({ code: "custom", message: "is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), values));

/** `10.20.0.0/16, fd00::/8` */
const networks = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((one) => one.trim() || []))
  .refine((all) => all.every(isNetwork), "names networks as 10.20.0.0/16, separated by commas");

function isNetwork(text: string): boolean {
  const [net = "", prefix = ""] = text.split("/");
  return isIP(net) !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(net) === 6 ? 128 : 32);
}

const LOOPBACK_NETWORKS = ["127.0.0.0/8", "::1/128"];

/** Every setting there is; `.env.example` explains them in the same order. */
const settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  SANDBOX: z.enum(["0", "1"]).default("0"),
  PUBLIC_ORIGIN: url,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  DATABASE_URL: z.string().min(1),
  FEED_DATABASE_URL: z.string().min(1),
  KEYS_DIR: z.string().min(1),
  PRIVATE_NETWORKS: networks,
  OIDC_PROVIDERS_FILE: z.string().min(1).optional(),
  OIDC_PROFILE: z.enum(profileNames).default("plain"),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ID_TOKEN_ALG: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().min(1).optional(),
  OIDC_ASSURANCE: jsonMap(z.number().int().min(0).max(3)).optional(),
  OIDC_CLAIMS: jsonMap(z.string()).optional(),
  DEPARTMENT_NAME: z.string().min(1),
  DEPARTMENT_NAME_EN: z.string().min(1),
  DEPARTMENT_ADDRESS: z.string().min(1),
  HELP_PHONE: z.string().min(1),
  PAGES_PER_MINUTE: z.coerce.number().int().min(1).default(3_600),
  TOKENS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  SIGN_INS_PER_SECOND: z.coerce.number().int().min(1).default(40),
  CALLS_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
  INSURANCE_GATEWAY_URL: url.optional(),
  INSURANCE_GATEWAY_USERNAME: z.string().min(1).optional(),
  INSURANCE_GATEWAY_PASSWORD: z.string().min(1).optional(),
  INSURANCE_OFFICER_NAME: z.string().min(1).optional(),
  INSURANCE_OFFICER_NUMBER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

type Settings = z.infer<typeof settings>;
type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  production: boolean;
  sandbox: boolean;
  publicOrigin: string;
  port: number;
  host: string;
  trustedProxies: number;
  databaseUrl: string;
  feedDatabaseUrl: string;
  keysDir: string;
  /** Networks in which hospitals' servers may be, beside the Internet. */
  privateNetworks: string[];
  /** The digital IDs people may sign in with; the first is offered first. */
  providers: ProviderSettings[];
  site: Site;
  /** Where insurance cards are checked; nowhere without it. */
  insurance: GatewaySettings | undefined;
  /**
   * Requests per minute: pages by browser where it has signed in before, else by address, as tokens; calls by client. A
   * carrier's thousands may be one address. Sign-ins per second that may begin, in each process.
   */
  limits: { pages: number; tokens: number; calls: number; signIns: number };
  logLevel: Settings["LOG_LEVEL"];
}

/** The only reader of the environment. @throws naming every setting that is missing or wrong. */
export function readConfig(env: Environment = process.env): Config {
  const config = toConfig(parsed(settings, env), env);
  refuseUnsafe(config);
  return Object.freeze(config);
}

function parsed<T extends z.ZodType>(shape: T, env: Environment): z.infer<T> {
  const read = shape.safeParse(env);
  const example = Object.entries(read.data ?? {}).find(([, value]) => typeof value === "string" && value.includes("…"));
  if (example) throw new Error(`${example[0]} still holds the "…" of .env.example.`);
  if (read.success) return read.data;
  throw incomplete(
    read.error.issues.map(({ path: [name = ""], message }) => [
      String(name),
      env[String(name)] ? message : "is missing",
    ]),
  );
}

function incomplete(wrong: readonly (readonly [name: string, what: string])[]): Error {
  const lines = wrong.map(([name, what]) => `  ${name}: ${what}`);
  return new Error(`The settings are incomplete or wrong (see .env.example):\n${lines.join("\n")}`);
}

/** The providers of the file, or the one that the OIDC_ settings describe. */
function providersOf(s: Settings, env: Environment): ProviderSettings[] {
  const secrets = { env, readFile: (file: string) => fs.readFileSync(file, "utf8") };
  const file = s.OIDC_PROVIDERS_FILE;
  if (file !== undefined) {
    const where = `OIDC_PROVIDERS_FILE ${file}`;
    if (!fs.existsSync(file)) throw new Error(`${where} cannot be read.`);
    return readProviders(fs.readFileSync(file, "utf8"), where, secrets);
  }
  const missing = missingVariables(s);
  if (missing.length > 0) throw incomplete(missing.map((name) => [name, "is missing"]));
  return [readProvider(entryOfVariables(s), "The OIDC_ settings", secrets)];
}

/** All of its settings, or none. */
function insuranceOf(s: Settings): GatewaySettings | undefined {
  const { INSURANCE_GATEWAY_URL: url = "", INSURANCE_GATEWAY_USERNAME: username = "" } = s;
  const { INSURANCE_GATEWAY_PASSWORD: password = "" } = s;
  const officer = { name: s.INSURANCE_OFFICER_NAME ?? "", number: s.INSURANCE_OFFICER_NUMBER ?? "" };
  const told = [url, username, password, officer.name, officer.number];
  if (told.every((value) => value === "")) return undefined;
  if (told.includes("")) throw incomplete([["INSURANCE_…", "set all five of them, or none"]]);
  return { url, username, password, officer };
}

const reachable = ({ PRIVATE_NETWORKS: named, SANDBOX }: Pick<Settings, "PRIVATE_NETWORKS" | "SANDBOX">): string[] =>
  SANDBOX === "1" ? [...named, ...LOOPBACK_NETWORKS] : named;

type Department = Pick<Settings, "DEPARTMENT_NAME" | "DEPARTMENT_NAME_EN" | "DEPARTMENT_ADDRESS" | "HELP_PHONE">;

const departmentOf = (s: Department): Omit<Site, "provider"> => ({
  department: { vi: s.DEPARTMENT_NAME, en: s.DEPARTMENT_NAME_EN },
  address: s.DEPARTMENT_ADDRESS,
  phone: s.HELP_PHONE,
});

function toConfig(s: Settings, env: Environment): Config {
  const providers = providersOf(s, env);
  return {
    production: s.NODE_ENV === "production",
    sandbox: s.SANDBOX === "1",
    publicOrigin: new URL(s.PUBLIC_ORIGIN).origin,
    port: s.PORT,
    host: s.HOST,
    trustedProxies: s.TRUSTED_PROXIES,
    databaseUrl: s.DATABASE_URL,
    feedDatabaseUrl: s.FEED_DATABASE_URL,
    keysDir: s.KEYS_DIR,
    privateNetworks: reachable(s),
    providers,
    site: { ...departmentOf(s), provider: providers[0]?.label ?? { vi: "", en: "" } },
    insurance: insuranceOf(s),
    limits: {
      pages: s.PAGES_PER_MINUTE,
      tokens: s.TOKENS_PER_MINUTE,
      calls: s.CALLS_PER_MINUTE,
      signIns: s.SIGN_INS_PER_SECOND,
    },
    logLevel: s.LOG_LEVEL,
  };
}

export const isLoopback = (address: string): boolean => isLoopbackHost(new URL(address).hostname);

/** A sandbox stays on this machine; anything else has TLS and secrets of its own. */
function refuseUnsafe(config: Config): void {
  if (config.sandbox) {
    if (!isLoopback(config.publicOrigin))
      throw new Error("SANDBOX=1 is for this machine alone: PUBLIC_ORIGIN must be on localhost.");
    return;
  }
  if (!config.publicOrigin.startsWith("https:"))
    throw new Error("PUBLIC_ORIGIN must begin with https:// outside the sandbox.");
  if (config.insurance && !config.insurance.url.startsWith("https:"))
    throw new Error("INSURANCE_GATEWAY_URL must begin with https:// outside the sandbox.");
  const unsafe = config.providers.flatMap((provider) =>
    unsafeInProvider(provider).map(([field, what]) => `Provider "${provider.id}", ${field}: ${what}.`),
  );
  if (unsafe.length > 0) throw new Error(unsafe.join("\n"));
}

const departmentSettings = settings.pick({
  DEPARTMENT_NAME: true,
  DEPARTMENT_NAME_EN: true,
  DEPARTMENT_ADDRESS: true,
  HELP_PHONE: true,
});

/** Settings of the background process. */
const workerSettings = settings
  .pick({ SANDBOX: true, LOG_LEVEL: true, FEED_DATABASE_URL: true, KEYS_DIR: true, PRIVATE_NETWORKS: true })
  .extend(departmentSettings.shape)
  .extend({ WORKER_DATABASE_URL: z.string().min(1) });

export function readWorkerConfig(env: Environment = process.env): {
  databaseUrl: string;
  feedDatabaseUrl: string;
  keysDir: string;
  sandbox: boolean;
  /** Networks in which hospitals' FHIR servers may be, beside the Internet. */
  privateNetworks: string[];
  logLevel: Settings["LOG_LEVEL"];
  /** For what is put on paper; no digital ID is named there. */
  site: Site;
} {
  const read = parsed(workerSettings, env);
  return {
    databaseUrl: read.WORKER_DATABASE_URL,
    feedDatabaseUrl: read.FEED_DATABASE_URL,
    keysDir: read.KEYS_DIR,
    sandbox: read.SANDBOX === "1",
    privateNetworks: reachable(read),
    logLevel: read.LOG_LEVEL,
    site: { ...departmentOf(read), provider: { vi: "", en: "" } },
  };
}

/** Settings of commands; each names what it needs. */
const commandSettings = z.object({
  OWNER_DATABASE_URL: z.string().min(1),
  DATABASE_URL: z.string().min(1),
  FEED_DATABASE_URL: z.string().min(1),
  KEYS_DIR: z.string().min(1),
  SANDBOX: z.enum(["0", "1"]).default("0"),
});

type CommandSetting = keyof z.infer<typeof commandSettings>;

/**
 * The settings a command needs. Where the environment has none of them, those of the demo in `.data/`
 * are taken, so that commands work beside a running demo.
 */
export function readCommandConfig<K extends CommandSetting>(
  needed: readonly K[],
  env: Environment = process.env,
): Record<K, string> {
  const own = needed.some((name) => env[name] !== undefined);
  const shape = z.object(Object.fromEntries(needed.map((name) => [name, commandSettings.shape[name]])));
  const demo = own ? undefined : demoEnvironment();
  if (!own && !demo)
    throw new Error(
      `No settings and no running demo: start "npm run demo" in another terminal, or set ${needed.join(", ")}.`,
    );
  return parsed(shape, { ...demo, ...env }) as Record<K, string>;
}

const DEMO_ENVIRONMENT = ".data/demo.env";

function demoEnvironment(): Environment | undefined {
  if (!fs.existsSync(DEMO_ENVIRONMENT)) return undefined;
  const lines = fs.readFileSync(DEMO_ENVIRONMENT, "utf8").split("\n");
  return Object.fromEntries(
    lines.flatMap((line) =>
      line.includes("=") ? [[line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]] : [],
    ),
  );
}
