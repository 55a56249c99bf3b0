import fs from "node:fs";
import path from "node:path";
import type { JWK } from "jose";
import { z } from "zod";
import { isLoopbackHost } from "#app/shared/loopback.ts";
import { keyFault } from "./portal/signing-key.ts";

const folder = z.string().min(1);
const port = z.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));

const shape = z.strictObject({
  /** Origin of the portal. */
  portal: address,
  clientId: z.string().min(1),
  /** File with the private key as a JWK; only its owner may read it. */
  keyFile: z.string().min(1),
  dataFolder: folder,
  watch: z.array(z.strictObject({ in: folder, accepted: folder, refused: folder })).default([]),
  pollSeconds: z.number().min(0.05).max(3_600).default(2),
  /** A file that did not change for so long is whole. */
  settleSeconds: z.number().min(0.05).max(600).default(2),
  gateway: z
    .strictObject({
      host: z.string().default("127.0.0.1"),
      port,
      tls: z.strictObject({ certFile: z.string(), keyFile: z.string() }).optional(),
      username: z.string().min(1),
      passwordMd5: z.string().regex(/^[0-9A-Fa-f]{32}$/, "is the MD5 of the password, 32 hexadecimal digits"),
      tokenMinutes: z.number().min(0.001).max(1_440).default(60),
      passThrough: z
        .strictObject({ url: address, timeoutSeconds: z.number().min(0.1).max(600).default(90) })
        .optional(),
    })
    .optional(),
  status: z.strictObject({ host: z.string().default("127.0.0.1"), port: port.default(8089) }).prefault({}),
  /** Documents sent at the same time; those of one case never are. */
  parallel: z.number().int().min(1).max(4).default(4),
  minFreeMB: z.number().min(0).default(500),
  keepDays: z.number().min(1).max(3_650).default(30),
  /** First pause after a failure; for tests. */
  firstRetrySeconds: z.number().min(0.01).max(60).default(1),
});

export type AgentConfig = Omit<z.infer<typeof shape>, "keyFile"> & { key: JWK };

/** Something in the configuration that the person who wrote it can put right; the message says what. */
export class ConfigError extends Error {}

/** Reads the configuration and the key it names; relative paths start at the configuration's folder. @throws ConfigError */
export function readAgentConfig(file: string): AgentConfig {
  const read = shape.safeParse(readJson(file, "configuration"));
  if (!read.success) {
    const lines = read.error.issues.map((i) => `  ${i.path.join(".") || "(file)"}: ${i.message}`);
    throw new ConfigError(`${file}:\n${lines.join("\n")}`);
  }
  const from = (name: string) => path.resolve(path.dirname(file), name);
  const { keyFile, gateway, ...config } = read.data;
  refusePlainHttp(config.portal);
  return {
    ...config,
    key: readKey(from(keyFile)),
    dataFolder: from(config.dataFolder),
    watch: config.watch.map((w) => ({ in: from(w.in), accepted: from(w.accepted), refused: from(w.refused) })),
    gateway: gateway && {
      ...gateway,
      ...(gateway.tls ? { tls: { certFile: from(gateway.tls.certFile), keyFile: from(gateway.tls.keyFile) } } : {}),
    },
  };
}

/** Records go over TLS; plain HTTP is for trying it out on one machine. */
function refusePlainHttp(portal: string): void {
  const { protocol, hostname } = new URL(portal);
  if (protocol === "http:" && !isLoopbackHost(hostname))
    throw new ConfigError(`portal: ${portal} must begin with https://`);
}

function readKey(file: string): JWK {
  const { mode } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
  if (mode === undefined) throw new ConfigError(`keyFile: ${file} is not there`);
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new ConfigError(`keyFile: other users of this machine can read ${file}; run: chmod 600 "${file}"`);
  const key = readJson(file, "key") as JWK | null;
  if (typeof key?.kty !== "string" || typeof key.d !== "string")
    throw new ConfigError(`keyFile: ${file} holds no private key (JWK)`);
  const fault = keyFault(key);
  if (fault) throw new ConfigError(`keyFile: ${file} ${fault}`);
  return key;
}

function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "is not JSON, or cannot be read";
    throw new ConfigError(`${what}: ${file} ${why}`);
  }
}
