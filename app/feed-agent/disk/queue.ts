import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import {
  DamagedDocument,
  documentParts,
  type NewDocument,
  type QueuedDocument,
  readBytes,
  readHeader,
  sha256,
} from "./document.ts";
import { freeBytes, syncFolder, writeDurably } from "./durable.ts";

export type Shelf = "queue" | "accepted" | "refused";

/** Nothing new is taken: the disk has less left than the configuration keeps free. */
export class DiskLow extends Error {}

export interface DiskQueue {
  /** Names this agent's sequence for the portal; random, made once. */
  readonly stream: string;
  /** Returns when the document would survive a power cut. @throws DiskLow */
  enqueue(document: NewDocument, bytes: Uint8Array): Promise<QueuedDocument>;
  /** What waits to be sent, in order of arrival. */
  waiting(): readonly QueuedDocument[];
  isWaiting(name: string, digest: string): boolean;
  /** @throws DamagedDocument */
  read(document: QueuedDocument): Promise<Buffer>;
  settle(document: QueuedDocument, shelf: Exclude<Shelf, "queue">): Promise<void>;
  /** Takes a refused document back into the queue, under its own number. */
  again(seq: number): Promise<QueuedDocument | undefined>;
  /** Deletes the bytes of what was answered before this time; receipts stay. */
  prune(before: Date): Promise<number>;
}

const SHELVES: readonly Shelf[] = ["queue", "accepted", "refused"];
const fileName = (seq: number) => `${String(seq).padStart(12, "0")}.doc`;
const seqOf = (name: string) => Number(/^(\d{12})\.doc$/.exec(name)?.[1] ?? 0);

/** Opens the queue of a data folder, with everything that was in it. One process at a time (see lock.ts). */
export async function openQueue(data: string, options: { minFreeBytes: number }): Promise<DiskQueue> {
  const at = (shelf: Shelf, seq: number) => path.join(data, shelf, fileName(seq));
  for (const shelf of SHELVES) await fs.mkdir(path.join(data, shelf), { recursive: true, mode: 0o700 });
  const stream = await streamName(path.join(data, "stream"));
  const waiting = await readWaiting(path.join(data, "queue"));
  let last = await lastNumber(data);
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, so that numbers have no gaps: what failed gives its number back. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function move(seq: number, from: Shelf, to: Shelf): Promise<void> {
    await fs.rename(at(from, seq), at(to, seq));
    await syncFolder(path.join(data, to));
    await syncFolder(path.join(data, from));
  }

  return {
    stream,
    enqueue: (document, bytes) =>
      inTurn(async () => {
        if ((await freeBytes(data)) - bytes.byteLength < options.minFreeBytes) throw new DiskLow();
        const queued: QueuedDocument = {
          ...document,
          seq: last + 1,
          arrivedAt: new Date().toISOString(),
          sha256: sha256(bytes),
          bytes: bytes.byteLength,
        };
        await writeDurably(at("queue", queued.seq), documentParts(queued, bytes));
        last = queued.seq;
        waiting.set(queued.seq, queued);
        return queued;
      }),
    waiting: () => [...waiting.values()],
    isWaiting: (name, digest) => [...waiting.values()].some((d) => d.name === name && d.sha256 === digest),
    read: async ({ seq }) => {
      try {
        return await readBytes(at("queue", seq));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new DamagedDocument("gone");
        throw error;
      }
    },
    async settle({ seq }, shelf) {
      await move(seq, "queue", shelf).catch(ignoreMissing);
      waiting.delete(seq);
    },
    async again(seq) {
      const known = await readHeader(at("refused", seq)).catch(() => undefined);
      if (!known) return undefined;
      await move(seq, "refused", "queue");
      waiting.set(seq, known);
      return known;
    },
    prune: (before) =>
      inTurn(async () => {
        await writeDurably(path.join(data, "last-number"), [String(last)]);
        return deleteOld([path.join(data, "accepted"), path.join(data, "refused")], before);
      }),
  };
}

async function streamName(file: string): Promise<string> {
  const known = await fs.readFile(file, "utf8").catch(ignoreMissing);
  if (known && /^[0-9a-f]{12}$/.test(known)) return known;
  const stream = crypto.randomBytes(6).toString("hex");
  await writeDurably(file, [stream]);
  return stream;
}

async function readWaiting(folder: string): Promise<Map<number, QueuedDocument>> {
  const waiting = new Map<number, QueuedDocument>();
  for (const name of (await fs.readdir(folder)).sort()) {
    const file = path.join(folder, name);
    // A temporary file was never acknowledged to anybody.
    if (name.endsWith(".tmp")) await fs.rm(file, { force: true });
    else if (seqOf(name))
      waiting.set(seqOf(name), { ...(await readHeader(file).catch(() => unreadable(name))), seq: seqOf(name) });
  }
  return waiting;
}

/** A file whose first line cannot be read is still counted and shown: it ends as refused, damaged. */
const unreadable = (name: string): QueuedDocument => ({
  seq: seqOf(name),
  kind: "qd3176",
  source: "folder",
  name,
  caseKey: name,
  arrivedAt: new Date(0).toISOString(),
  sha256: "",
  bytes: 0,
});

async function lastNumber(data: string): Promise<number> {
  const said = Number(await fs.readFile(path.join(data, "last-number"), "utf8").catch(ignoreMissing)) || 0;
  const shelves = await Promise.all(SHELVES.map((shelf) => fs.readdir(path.join(data, shelf))));
  return shelves.flat().reduce((highest, name) => Math.max(highest, seqOf(name)), said);
}

async function deleteOld(folders: readonly string[], before: Date): Promise<number> {
  let deleted = 0;
  for (const folder of folders) {
    for (const name of await fs.readdir(folder)) {
      const file = path.join(folder, name);
      const { ctime } = await fs.stat(file);
      if (ctime >= before) continue;
      await fs.rm(file, { force: true });
      deleted++;
    }
  }
  return deleted;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
