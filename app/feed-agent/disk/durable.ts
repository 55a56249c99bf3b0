import fs from "node:fs/promises";
import path from "node:path";

/** Makes a rename last: where folders cannot be synced (Windows), the file system does it itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

type Parts = readonly (string | Uint8Array)[];

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, parts: Parts, { sync = false } = {}): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.tmp`);
  const handle = await fs.open(temporary, "w", 0o600);
  try {
    for (const part of parts) await handle.writeFile(part);
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.rename(temporary, file);
}

/** Writes a file whole or not at all, and returns when it would survive a power cut. */
export async function writeDurably(file: string, parts: Parts): Promise<void> {
  await writeWhole(file, parts, { sync: true });
  await syncFolder(path.dirname(file));
}

/** Bytes free to us on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(folder);
  return bavail * bsize;
}
