import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { writeSecretFile } from "#app/adapters/keys/key-ring.ts";
import { facilities } from "../province/facilities.ts";

/** What a demo makes up once and keeps: passwords of its database, secrets and keys of its outside world. */
export interface DemoSecrets {
  databasePassword: string;
  oidc: { id: string; secret: string };
  gatewaySecret: string;
  /** One system per facility that sends, with its private key. */
  clients: Record<string, { key: string; alg: "ES256" | "ES384" | "RS384"; jwk: JWK }>;
  /** The day the province's stories are told for; another day would change what was already sent. */
  today: string;
}

const ALGORITHMS = ["ES384", "RS384", "ES256"] as const;

export async function demoSecrets(folder: string): Promise<DemoSecrets> {
  const file = path.join(folder, "sandbox.json");
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  const clients: DemoSecrets["clients"] = {};
  const sending = facilities.filter((f) => f.kind !== "department" && f.kind !== "pharmacy");
  for (const [i, { key }] of sending.entries()) {
    const alg = ALGORITHMS[i % ALGORITHMS.length] ?? "ES384";
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    clients[key] = { key, alg, jwk: { ...(await exportJWK(privateKey)), kid: `${key}-1`, alg, use: "sig" } };
  }
  const secrets: DemoSecrets = {
    databasePassword: crypto.randomBytes(18).toString("base64url"),
    oidc: { id: "so-khoe", secret: `sandbox${crypto.randomBytes(18).toString("hex")}` },
    gatewaySecret: `sandbox${crypto.randomBytes(18).toString("hex")}`,
    clients,
    today: new Date().toISOString(),
  };
  fs.mkdirSync(folder, { recursive: true });
  writeSecretFile(file, secrets);
  return secrets;
}

/** The public half, as it is registered. */
export function publicJwk(jwk: JWK): JWK {
  const { d, p, q, dp, dq, qi, ...rest } = jwk;
  return rest;
}
