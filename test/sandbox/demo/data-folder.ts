import fs from "node:fs";
import path from "node:path";
import { makeKeys } from "#app/adapters/keys/key-ring.ts";
import { makeRelyingPartyKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { makeClientKey } from "#app/adapters/signing/client-key.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { endLeftOver } from "../postgres/left-over.ts";
import { postgresFolder } from "./database.ts";
import { startOverHint } from "./explain.ts";
import { provinceStamp } from "./province.ts";

/** Everything a demo keeps. By name: the folder may be any that somebody gave, with other things in it. */
const KEPT = ["keys", "logs", "postgres", "sandbox.json", "demo.env", "providers.json"];

export async function startOver(data: string): Promise<void> {
  const folder = postgresFolder(data);
  await endLeftOver(path.join(folder, "data"));
  for (const at of [folder, ...KEPT.map((name) => path.join(data, name))])
    fs.rmSync(at, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** The portal's keys. @throws when they are gone but what was written with them is not. */
export async function demoKeys(data: string): Promise<string> {
  const folder = path.join(data, "keys");
  if (fs.existsSync(provinceStamp(data)) && !fs.existsSync(path.join(folder, "person-hash.json")))
    throw startOverHint(`The keys in ${folder} are gone; without them nobody is found in the database.`);
  makeKeys(folder, { sandbox: true });
  await makeSigningKey(folder, { sandbox: true });
  await makeRelyingPartyKeys(folder, { sandbox: true });
  await makeClientKey(folder, { sandbox: true });
  return folder;
}

/** What the portal reads of the digital IDs it offers; holds the sandbox's secret. */
export function writeProviders(data: string, entries: object[]): string {
  const file = path.join(data, "providers.json");
  fs.writeFileSync(file, JSON.stringify(entries, undefined, 2), { mode: 0o600 });
  return file;
}

/** For commands typed beside the running demo; readable by its owner alone. Gone when the demo is. */
export function writeEnvironment(data: string, settings: Record<string, string>): () => void {
  const file = path.join(data, "demo.env");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  fs.writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return () => fs.rmSync(file, { force: true });
}
