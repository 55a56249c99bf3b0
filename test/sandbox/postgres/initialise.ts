import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { SystemUser } from "./user.ts";

interface Initialisation {
  initdb: string;
  data: string;
  password: string;
  durable: boolean;
  env: NodeJS.ProcessEnv;
  as: SystemUser | undefined;
}

/**
 * initdb into a side folder, renamed when complete: a crash leaves nothing half-made behind. Each attempt
 * has a folder of its own, because the initdb of a killed one may still be writing into the last.
 */
export async function initialise({ initdb, data, password, durable, env, as }: Initialisation): Promise<void> {
  removeAttempts(data);
  const partial = fs.mkdtempSync(`${data}.partial-`);
  const pwfile = `${partial}.secret`;
  fs.writeFileSync(pwfile, `${password}\n`, { mode: 0o600 });
  if (as) for (const file of [partial, pwfile]) fs.chownSync(file, as.uid, as.gid);
  const args = ["-D", partial, "-U", "postgres", `--pwfile=${pwfile}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale=C", "--lc-messages=C", "--data-checksums");
  if (!durable) args.push("--no-sync");
  const { code, said } = await run(initdb, args, { ...as, env, cwd: partial });
  if (code === 0) fs.renameSync(partial, data);
  removeAttempts(data);
  if (code !== 0) throw new Error(`PostgreSQL could not be initialised in ${data}:\n${said}`);
}

function removeAttempts(data: string): void {
  const folder = path.dirname(data);
  for (const name of fs.readdirSync(folder))
    if (name.startsWith(`${path.basename(data)}.partial`))
      fs.rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Not `spawnSync`: while it waits, no signal is heard. */
function run(file: string, args: string[], options: object): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    child.once("error", (error) => resolve({ code: null, said: error.message }));
    child.once("close", (code) => resolve({ code, said }));
  });
}
