import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { jsonOf } from "#app/shared/json.ts";

/** Secrets of one purpose: the current one writes, every one reads. */
const secrets = z.object({
  sandbox: z.boolean().default(false),
  current: z.string(),
  keys: z.record(z.string().regex(/^[a-z0-9]{1,16}$/), z.base64url().min(43)),
});
type Secrets = z.infer<typeof secrets>;

export interface KeyRing {
  personHash: { current: string; keys: Map<string, Buffer> };
  sealing: { current: string; keys: Map<string, Buffer> };
  /** True when any key says it was made for a sandbox; production refuses to start with one. */
  sandbox: boolean;
}

const FILES = { personHash: "person-hash.json", sealing: "sealing.json" } as const;

/** Reads the secrets of `KEYS_DIR`. @throws naming the file that is missing or malformed. */
export function loadKeyRing(folder: string): KeyRing {
  const personHash = readSecrets(path.join(folder, FILES.personHash));
  const sealing = readSecrets(path.join(folder, FILES.sealing));
  return {
    personHash: { current: personHash.current, keys: buffers(personHash) },
    sealing: { current: sealing.current, keys: buffers(sealing) },
    sandbox: personHash.sandbox || sealing.sandbox,
  };
}

/** Makes the secrets that are missing; what exists is kept, for it cannot be made again. */
export function makeKeys(folder: string, options: { sandbox: boolean }): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [purpose, file] of Object.entries(FILES)) {
    const at = path.join(folder, file);
    if (fs.existsSync(at)) continue;
    const id = `${purpose[0]}1`;
    const made: Secrets = {
      sandbox: options.sandbox,
      current: id,
      keys: { [id]: crypto.randomBytes(32).toString("base64url") },
    };
    writeSecretFile(at, made);
  }
}

/** Written whole or not at all, readable by the owner alone. */
export function writeSecretFile(file: string, content: unknown): void {
  const partial = `${file}.${process.pid}.partial`;
  fs.writeFileSync(partial, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(partial, file);
}

function readSecrets(file: string): Secrets {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`The key file ${file} cannot be read; run "npm run keys" once, or set KEYS_DIR.`, { cause });
  }
  const read = secrets.safeParse(jsonOf(text));
  if (
    !read.success ||
    !Object.hasOwn(read.data.keys, read.data.current) ||
    Object.values(read.data.keys).some(isWeak)
  ) {
    throw new Error(
      `The key file ${file} is malformed or its keys are weak: it needs "current" and "keys" with 32 random bytes each, as base64url.`,
    );
  }
  return read.data;
}

/** 32 bytes by chance have some 30 different ones; a dozen means that somebody typed them. */
const isWeak = (value: string): boolean => new Set(Buffer.from(value, "base64url")).size < 12;

function buffers(read: Secrets): Map<string, Buffer> {
  return new Map(Object.entries(read.keys).map(([id, value]) => [id, Buffer.from(value, "base64url")]));
}
