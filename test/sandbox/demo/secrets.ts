import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import { writeSecretFile } from "#app/adapters/keys/key-ring.ts";
import { facilities } from "../province/facilities.ts";
import { startOverHint } from "./explain.ts";

/** What a demo makes up once and keeps: passwords of its database, secrets and keys of its outside world. */
export interface DemoSecrets {
  databasePassword: string;
  oidc: { id: string; secret: string };
  gatewaySecret: string;
  /** The portal's account at the insurer's gateway. */
  insurer: { username: string; password: string };
  /** One system per facility that sends, with its private key. */
  clients: Record<string, { key: string; alg: "ES256" | "ES384" | "RS384"; jwk: JWK }>;
  /** The day the province's stories are told for; another day would change what was already sent. */
  today: string;
}

const ALGORITHMS = ["ES384", "RS384", "ES256"] as const;

const random = () => crypto.randomBytes(18).toString("hex");

/** Kept since the first start; what a newer version needs besides is made up now. @throws when the file is damaged. */
export async function demoSecrets(folder: string): Promise<DemoSecrets> {
  const file = path.join(folder, "sandbox.json");
  const kept = readKept(file);
  const secrets: DemoSecrets = {
    databasePassword: kept.databasePassword ?? random(),
    oidc: kept.oidc ?? { id: "so-khoe", secret: `sandbox${random()}` },
    gatewaySecret: kept.gatewaySecret ?? `sandbox${random()}`,
    insurer: kept.insurer ?? { username: "99000_SYT", password: `sandbox${random()}` },
    clients: await systemKeys(kept.clients ?? {}),
    today: kept.today ?? new Date().toISOString(),
  };
  if (!isDeepStrictEqual(kept, secrets)) writeSecretFile(file, secrets);
  return secrets;
}

const shape = z
  .object({
    databasePassword: z.string().min(1),
    oidc: z.object({ id: z.string().min(1), secret: z.string().min(1) }),
    gatewaySecret: z.string().min(1),
    insurer: z.object({ username: z.string().min(1), password: z.string().min(1) }),
    clients: z.record(
      z.string(),
      z.object({
        key: z.string(),
        alg: z.enum(ALGORITHMS),
        jwk: z.custom<JWK>((key) => typeof key === "object" && key !== null && "d" in key),
      }),
    ),
    today: z.iso.datetime(),
  })
  .partial();

function readKept(file: string): z.infer<typeof shape> {
  if (!fs.existsSync(file)) return {};
  try {
    return shape.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch (error) {
    // Neither parser's words: they would quote the secret.
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw startOverHint(`${file} is damaged or of another version.`);
  }
}

async function systemKeys(kept: DemoSecrets["clients"]): Promise<DemoSecrets["clients"]> {
  const sending = facilities.filter((f) => f.kind !== "department" && f.kind !== "pharmacy");
  const made = sending.map(async ({ key }, i) => {
    const alg = ALGORITHMS[i % ALGORITHMS.length] ?? "ES384";
    if (kept[key]) return [key, kept[key]] as const;
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return [key, { key, alg, jwk: { ...(await exportJWK(privateKey)), kid: `${key}-1`, alg, use: "sig" } }] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** The public half, as it is registered. */
export function publicJwk(jwk: JWK): JWK {
  const { d, p, q, dp, dq, qi, ...rest } = jwk;
  return rest;
}
