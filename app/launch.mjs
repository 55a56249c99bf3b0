// Starts a TypeScript file from nothing but Node and npm: installs what is missing, then runs it.
// Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [target, ...rest] = process.argv.slice(2);

function say(line) {
  process.stderr.write(`${line}\n`);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Sổ Khỏe needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Does node_modules hold what package-lock.json says? npm writes down what it installed. */
function installed() {
  try {
    const wanted = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
    const found = JSON.parse(fs.readFileSync(path.join(root, "node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([at, is]) => at === "" || is.optional || is.devOptional || found[at]?.version === is.version,
    );
  } catch {
    return false;
  }
}

function install() {
  say("Installing what is missing (npm ci, about a minute the first time) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (done.status === 0) return;
  say("npm ci did not finish. Is the package registry reachable? Try again, or run npm ci yourself.");
  process.exit(1);
}

refuseOldNode();
if (!target) {
  say("usage: node app/launch.mjs <file.ts> [arguments]");
  process.exit(2);
}
// A production image has the build and no development tools.
const built = path.join(root, "build", path.relative("app", target).replace(/\.ts$/, ".js"));
const production = !fs.existsSync(path.join(root, "test")) && fs.existsSync(built);
if (!production && !installed()) install();
process.argv = [process.argv[0], path.join(root, target), ...rest];
if (production) await import(pathToFileURL(built).href);
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path.join(root, target)).href);
}
