import fs from "node:fs/promises";
import path from "node:path";
import type { AgentConfig } from "./config.ts";
import { type QueuedDocument, sha256 } from "./disk/document.ts";
import { freeBytes } from "./disk/durable.ts";
import { lockData } from "./disk/lock.ts";
import { openQueue } from "./disk/queue.ts";
import { openReceipts, type Receipt } from "./disk/receipts.ts";
import { placeAnswered, type WatchedFolder } from "./folder/place.ts";
import { watchFolder } from "./folder/watch.ts";
import { forwarder } from "./forwarder.ts";
import { listenAsGateway } from "./gateway/listener.ts";
import { tokenBook } from "./gateway/tokens.ts";
import { type Inspected, inspect, MAX_DOCUMENT_BYTES } from "./inspect.ts";
import { localRefusal } from "./local-refusal.ts";
import type { Answer } from "./portal/answer.ts";
import { portalClient } from "./portal/client.ts";
import { serveStatus } from "./status/server.ts";
import type { Found, Snapshot } from "./status/snapshot.ts";

export interface Agent {
  statusAddress: string;
  gatewayAddress: string | undefined;
  snapshot(): Promise<Snapshot>;
  stop(): Promise<void>;
}

const MB = 1_048_576;
const DAY_MS = 86_400_000;
const RECENT = 30;

/** Starts everything the configuration asks for. @throws AlreadyRunning, and what the disk or a port says. */
export async function startAgent(config: AgentConfig, log: (line: string) => void): Promise<Agent> {
  const { dataFolder, key, portal, clientId } = config;
  await fs.mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = await lockData(dataFolder);
  const minFreeBytes = config.minFreeMB * MB;
  const queue = await openQueue(dataFolder, { minFreeBytes });
  const receipts = await openReceipts(dataFolder);
  const client = portalClient({ portal, clientId, key, stream: queue.stream });
  const forward = forwarder({
    queue,
    send: client.send,
    answered,
    parallel: config.parallel,
    firstRetryMs: config.firstRetrySeconds * 1_000,
  });

  /** The receipt first, then the hospital's files: what fails here is done again, and changes nothing. */
  async function answered(document: QueuedDocument, answer: Answer): Promise<Receipt> {
    const { seq, name, maLk, source, arrivedAt } = document;
    const receipt = { seq, name, maLk, source, arrivedAt, answeredAt: new Date().toISOString(), ...answer };
    const folder = config.watch.find((w) => w.in === document.folder);
    const bytes = folder && (await queue.read(document).catch(() => undefined));
    if (folder && bytes) await placeAnswered(folder, receipt, bytes, queue.stream);
    await receipts.add(receipt);
    log(`#${seq} ${receipt.state}${receipt.replay ? " (replay)" : ""}`);
    return receipt;
  }

  async function enqueue(...args: Parameters<typeof queue.enqueue>): Promise<QueuedDocument> {
    const queued = await queue.enqueue(...args);
    forward.add(queued);
    return queued;
  }

  const watches = config.watch.map((folder) =>
    watchFolder({
      folder: folder.in,
      pollMs: config.pollSeconds * 1_000,
      settleMs: config.settleSeconds * 1_000,
      maxBytes: MAX_DOCUMENT_BYTES,
      onProblem: (what) => log(`folder: ${what}`),
      take: (file) => takeFile(folder, file),
    }),
  );

  async function takeFile(folder: WatchedFolder, file: { name: string; bytes?: Buffer; path?: string }): Promise<void> {
    const { name, bytes } = file;
    const found: Inspected = bytes ? inspect(bytes) : { ok: false, why: "too-large" };
    if (!found.ok) return refuseFile(folder, file, found);
    const { kind, maLk, caseKey } = found;
    // Kept already, and the agent ended before it could take the file away.
    if (!bytes || queue.isWaiting(name, sha256(bytes))) return;
    await enqueue({ kind, maLk, caseKey, name, source: "folder", folder: folder.in }, bytes);
  }

  async function refuseFile(
    folder: WatchedFolder,
    { name, bytes, path: large }: { name: string; bytes?: Buffer; path?: string },
    found: Extract<Inspected, { ok: false }>,
  ): Promise<void> {
    const receipt = localRefusal({ name, source: "folder" }, found);
    await placeAnswered(folder, receipt, bytes ?? Buffer.alloc(0), queue.stream);
    if (large) await fs.rename(large, path.join(folder.refused, name));
    await receipts.add(receipt);
    log(`refused before it was sent: ${found.why}`);
  }

  const gateway =
    config.gateway &&
    (await listenAsGateway(
      {
        own: config.gateway,
        tokens: tokenBook(),
        accountSuffices: config.gateway.passThrough !== undefined,
        stream: queue.stream,
        enqueue,
        refused: (receipt) => receipts.add(receipt),
      },
      config.gateway,
    ));

  async function snapshot(): Promise<Snapshot> {
    const waiting = queue.waiting();
    const free = await freeBytes(dataFolder);
    return {
      portal,
      stream: queue.stream,
      connection: forward.connection(),
      waiting: { count: waiting.length, oldest: waiting.map((d) => d.arrivedAt).sort()[0] },
      disk: { freeMB: Math.floor(free / MB), low: free < minFreeBytes },
      folders: config.watch.map((w, i) => ({ path: w.in, readable: watches[i]?.readable() ?? false })),
      gateway: gateway && { address: gateway.address, passThrough: gateway.passThrough, ...gateway.state },
      accepted: await receipts.find((r) => r.state === "accepted", RECENT),
      attention: await receipts.find((r) => r.state !== "accepted", RECENT),
    };
  }

  async function find(query: string): Promise<Found> {
    const wanted = query.toLowerCase();
    const fits = (x: { name: string; maLk?: string | undefined }) =>
      x.name.toLowerCase().includes(wanted) || (x.maLk ?? "").toLowerCase().includes(wanted);
    const waiting = queue.waiting().filter(fits).slice(0, RECENT);
    return {
      waiting: waiting.map(({ seq, name, maLk, arrivedAt }) => ({ seq, name, maLk, arrivedAt })),
      receipts: await receipts.find(fits, RECENT),
    };
  }

  async function again(seq: number): Promise<boolean> {
    const document = await queue.again(seq);
    if (document) forward.add(document);
    return document !== undefined;
  }

  const status = await serveStatus({ snapshot, find, again, retry: () => forward.wake({ now: true }) }, config.status);
  const prune = () =>
    queue.prune(new Date(Date.now() - config.keepDays * DAY_MS)).catch(() => log("disk: cannot clean up"));
  const cleaning = setInterval(prune, DAY_MS / 4);
  void prune();
  forward.wake();
  return {
    statusAddress: status.address,
    gatewayAddress: gateway?.address,
    snapshot,
    async stop() {
      clearInterval(cleaning);
      await Promise.all([gateway?.close(), ...watches.map((w) => w.stop())]);
      await forward.stop();
      await status.close();
      await lock.release();
    },
  };
}
