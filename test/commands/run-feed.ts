import { execFile } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Where {
  databaseUrl: string;
  feedDatabaseUrl: string;
  keysDir: string;
  /** The keys of tests are a sandbox's. */
  sandbox?: "0" | "1";
}

/** `npm run feed -- …` as a process of its own, as it was built, with these settings and nothing of ours. */
export function runFeed(where: Where, args: string[], nodeOptions: string[] = []): Promise<Ran> {
  const env = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH ?? "",
    DATABASE_URL: where.databaseUrl,
    FEED_DATABASE_URL: where.feedDatabaseUrl,
    KEYS_DIR: where.keysDir,
    SANDBOX: where.sandbox ?? "1",
  };
  return new Promise((resolve) => {
    const command = [...nodeOptions, path.join(ROOT, "build/commands/feed.js"), ...args];
    execFile(process.execPath, command, { env, cwd: ROOT, maxBuffer: 64 * 1_048_576 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 99) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}
