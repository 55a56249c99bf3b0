import type { Stats } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";

/** A file that is whole: taken out of the way of the hospital's system before it is read. */
export interface TakenFile {
  /** As the hospital named it. */
  name: string;
  bytes: Buffer;
}

interface Options {
  folder: string;
  pollMs: number;
  settleMs: number;
  /** Larger files are handed over without their contents. */
  maxBytes: number;
  /** Keeps the file. When it throws, the file stays and is offered again. */
  take(file: TakenFile | { name: string; tooLarge: true; path: string }): Promise<void>;
  onProblem(what: string): void;
}

export interface Watch {
  /** Could the folder be read the last time? */
  readable(): boolean;
  stop(): Promise<void>;
}

const CLAIM = ".so-khoe-";
/** What hospitals write for us, and not what they are still writing. */
const wanted = (name: string) => /\.(xml|json)$/i.test(name) && !/^[.~]|~\.|~$/.test(name);

/** Looks into a folder again and again; network shares tell nobody of their changes. */
export function watchFolder(options: Options): Watch {
  const seen = new Map<string, { size: number; mtimeMs: number; since: number }>();
  let readable = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = look();

  async function look(): Promise<void> {
    try {
      await takeSettled();
      readable = true;
    } catch {
      readable = false;
    }
    if (!stopped)
      timer = setTimeout(() => {
        looking = look();
      }, options.pollMs);
  }

  async function takeSettled(): Promise<void> {
    const names = await fs.readdir(options.folder);
    for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
    const settled: { name: string; mtimeMs: number }[] = [];
    for (const name of names) {
      const stat = isClaim(name) || wanted(name) ? await statOf(name) : undefined;
      if (stat?.isFile() && (isClaim(name) || isSettled(name, stat))) settled.push({ name, mtimeMs: stat.mtimeMs });
    }
    settled.sort((a, b) => a.mtimeMs - b.mtimeMs || a.name.localeCompare(b.name));
    for (const { name } of settled) if (!stopped) await takeOne(name);
  }

  function isSettled(name: string, { size, mtimeMs }: Stats): boolean {
    const before = seen.get(name);
    if (before?.size === size && before.mtimeMs === mtimeMs) return Date.now() - before.since >= options.settleMs;
    seen.set(name, { size, mtimeMs, since: Date.now() });
    return false;
  }

  /** Renamed first: what the hospital writes under the same name from now on is another file. */
  async function takeOne(name: string): Promise<void> {
    const original = isClaim(name) ? name.slice(CLAIM.length) : name;
    const claim = path.join(options.folder, CLAIM + original);
    try {
      if (!isClaim(name)) {
        if (await statOf(CLAIM + original)) return;
        await fs.rename(path.join(options.folder, name), claim);
      }
      const { size } = await fs.stat(claim);
      if (size > options.maxBytes) {
        await options.take({ name: original, tooLarge: true, path: claim });
        return;
      }
      const bytes = await fs.readFile(claim);
      // Written on under its new name: not whole after all, so it is read again the next time.
      if ((await fs.stat(claim)).size !== size) return;
      await options.take({ name: original, bytes });
      await fs.rm(claim);
    } catch (error) {
      // Given back its name, so that the hospital sees it waiting.
      if (!(await statOf(original))) await fs.rename(claim, path.join(options.folder, original)).catch(() => undefined);
      options.onProblem(error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown");
    }
  }

  const statOf = (name: string) => fs.stat(path.join(options.folder, name)).catch(() => undefined);

  return {
    readable: () => readable,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

const isClaim = (name: string) => name.startsWith(CLAIM);
