import { spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const bin = (name: string) => path.join(ROOT, "node_modules/.bin", name);

/** What npm run check asks, quickest first; message catalogues are checked by the compiler. */
const CHECKS: [what: string, command: string, args: string[]][] = [
  ["formatting and lint", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["import arrows", bin("depcruise"), ["app", "db", "test", "--config", ".dependency-cruiser.cjs"]],
  ["unused code and dependencies", bin("knip"), ["--no-config-hints"]],
  ["migrations", bin("drizzle-kit"), ["check"]],
  ["lockfile for every platform", bin("tsx"), ["test/support/complete-lockfile.ts", "--check"]],
  ["types and catalogues", bin("tsc"), ["--noEmit"]],
];

const failed: string[] = [];
for (const [what, command, args] of CHECKS) {
  const { code, said } = await run(command, args);
  process.stdout.write(`${code === 0 ? "✓" : "✗"} ${what}\n`);
  if (code !== 0) {
    failed.push(what);
    process.stdout.write(`${said}\n`);
  }
}
process.exit(failed.length > 0 ? 1 : 0);

function run(command: string, args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: "0" } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said += chunk;
      });
    }
    child.once("exit", (code) => resolve({ code, said }));
  });
}
