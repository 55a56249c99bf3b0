// Starts a TypeScript file from nothing but Node and npm: installs what is missing, then runs it.
// Plain JavaScript, because it runs before anything is installed.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const INSTALLING = path.join(root, ".cache/installing");
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

/** The npm that started us, run by this Node; without one, whichever is found. */
function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"] };
  if (own && /npm-cli\.[cm]?js$/.test(own)) return spawn(process.execPath, [own, ...args], options);
  return spawn("npm", args, { ...options, shell: process.platform === "win32" });
}

/** An installation of another start, or one whose start was killed: it is let finish, for two would destroy each other. */
async function otherInstallation() {
  const isNpm = (pid) => fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("npm");
  try {
    const pid = Number(fs.readFileSync(INSTALLING, "utf8"));
    if (pid > 1 && isNpm(pid)) say(`… Waiting for the installation that is under way (process ${pid})`);
    while (pid > 1 && isNpm(pid)) await new Promise((resolve) => setTimeout(resolve, 500));
  } catch {
    // None was begun, it has ended, or this system cannot tell.
  }
}

/** Development packages too, whatever NODE_ENV says: the launcher itself needs one. */
async function install() {
  const started = Date.now();
  const what = () =>
    `Installing packages (about a minute the first time), ${Math.round((Date.now() - started) / 1000)} s`;
  if (!process.stderr.isTTY) say("… Installing packages (npm ci, about a minute the first time)");
  const tick = setInterval(() => process.stderr.isTTY && process.stderr.write(`\r\x1b[2K… ${what()}`), 500);
  const child = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]);
  fs.mkdirSync(path.dirname(INSTALLING), { recursive: true });
  fs.writeFileSync(INSTALLING, String(child.pid));
  // A signal to npm above us does not always reach us; its end does.
  const parent = process.ppid;
  const orphaned = setInterval(() => process.ppid !== parent && stop(), 500);
  // npm finishes what it has begun, whatever milder signal it is given.
  const stop = () => {
    child.kill("SIGKILL");
    process.exit(1);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.once(signal, stop);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", resolve);
  });
  for (const signal of signals) process.removeListener(signal, stop);
  fs.rmSync(INSTALLING, { force: true });
  clearInterval(tick);
  clearInterval(orphaned);
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
  if (code === 0) return say(`✓ ${what()}`);
  say(
    "The packages could not be installed; npm says why above. Is the package registry reachable, and may this user write here?",
  );
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
if (!production && !installed()) await otherInstallation();
if (!production && !installed()) await install();
process.argv = [process.argv[0], path.join(root, target), ...rest];
if (production) await import(pathToFileURL(built).href);
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path.join(root, target)).href);
}
