/**
 * A registry that lacks the packages of other platforms makes npm leave them out of the lockfile, and then
 * `npm ci` refuses everywhere. This writes them back by name and version; `--check` only reports.
 */
import fs from "node:fs";
import path from "node:path";

interface Locked {
  version?: string;
  cpu?: string[];
  dev?: boolean;
  libc?: string[];
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
}

const FILE = path.resolve(import.meta.dirname, "../../package-lock.json");
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(fs.readFileSync(FILE, "utf8")) as { packages: Record<string, Locked> };
const missing = Object.entries(lock.packages).flatMap(([at, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !lock.packages[`${at}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
    .map(([name, version]) => ({ name, version, dev: dev === true })),
);

if (process.argv.includes("--check")) {
  for (const { name, version } of missing) process.stdout.write(`missing from the lockfile: ${name}@${version}\n`);
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const { name, version, dev } of missing) lock.packages[`node_modules/${name}`] = otherPlatform(name, version, dev);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} packages of other platforms written into the lockfile.\n`);

/** What npm writes for an optional platform package; the platform is in its name. */
function otherPlatform(name: string, version: string, dev: boolean): Locked {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name} is asked for as ${version}; only exact versions can be written.`);
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (os.length + cpu.length === 0) throw new Error(`${name} names no platform; npm left it out for another reason.`);
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
