import { type ParseArgsConfig, parseArgs } from "node:util";
import { type KeyRing, loadKeyRing } from "#app/adapters/keys/key-ring.ts";

export interface Terminal {
  say(line: string): void;
  args: string[];
}

/** Runs a command: what goes wrong is said in one line, and the exit code says so too. */
export async function command(work: (terminal: Terminal) => Promise<void>): Promise<void> {
  try {
    await work({ say: (line) => process.stdout.write(`${line}\n`), args: process.argv.slice(2) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** The keys a command works with. Keys of a sandbox would hash real people so that nobody finds them again. */
export function ownKeys({ KEYS_DIR, SANDBOX }: { KEYS_DIR: string; SANDBOX: string }): KeyRing {
  const keys = loadKeyRing(KEYS_DIR);
  if (keys.sandbox && SANDBOX !== "1")
    throw new Error(`The keys in ${KEYS_DIR} were made for a sandbox; run "npm run keys" for keys of your own.`);
  return keys;
}

/** Options as the command declares them; anything else is an error that shows the usage. */
export function readOptions<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`);
  }
}
