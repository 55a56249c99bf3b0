import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureBuilt } from "./ensure-built.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const args = process.argv.slice(2);
const long = args.includes("--long");

/** npm test, npm run test:long – the portal is built, then everything that decides whether a change is good. */
await ensureBuilt(ROOT, (line) => process.stdout.write(`${line}\n`));
const rest = args.filter((arg) => arg !== "--long");
const named = rest.includes("--project");
const projects = named ? [] : ["--project", long ? "long" : "!long"];
const run = spawnSync(
  process.execPath,
  [path.join(ROOT, "node_modules/vitest/vitest.mjs"), "run", ...projects, ...rest],
  { cwd: ROOT, stdio: "inherit" },
);
process.exit(run.status ?? 1);
