import os from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { receiveFile } from "#app/domain/feeds/receive-file.ts";
import { receiveLines } from "#app/domain/feeds/receive-lines.ts";
import type { IncomingMessage, MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import { replayAfterUnmerge } from "#app/domain/feeds/replay-after-unmerge.ts";
import { replayAnew } from "#app/domain/feeds/replay-anew.ts";
import { replayDecided } from "#app/domain/feeds/replay-message.ts";
import { type DomainError, isDomainError } from "#app/shared/errors.ts";
import { connect } from "#db/client.ts";
import { chunkQueues } from "./http/feed-lines.ts";
import type { FeedAnswer, FeedCheck, FeedLines, FeedReady, FeedRequest } from "./http/feed-messages.ts";

/**
 * Deliveries are parsed and stored in a thread of their own: a Bundle of several megabytes must not
 * hold up anybody's page. It alone connects as the feed role.
 */
// Where threads have a priority of their own, pages go first.
if (process.platform === "linux") os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

const { databaseUrl, keysDir } = workerData as { databaseUrl: string; keysDir: string };
const port = parentPort;
if (!port) throw new Error("The feed thread is started by the server.");
const db = connect(databaseUrl, { applicationName: "so-khoe-feed", max: 4, statementTimeout: 120 });
const keys = loadKeyRing(keysDir);
const encoder = new TextEncoder();

const ctx = { db, keys, now: () => new Date() };

function deliver(request: Exclude<FeedRequest, { replay: unknown } | { unmerge: unknown }>): Promise<MessageAnswer> {
  if ("anew" in request) return replayAnew(ctx, request.anew);
  const message: IncomingMessage = { ...request.message, bytes: new Uint8Array(request.bytes) };
  return receiveFile(ctx, message);
}

async function take(request: FeedRequest): Promise<FeedAnswer> {
  const { id } = request;
  try {
    if ("replay" in request) return { id, replayed: await replayDecided(ctx, request.replay) };
    if ("unmerge" in request) return { id, replayed: await replayAfterUnmerge(ctx, request.unmerge) };
    const { body, ...answer } = await deliver(request);
    return { id, answer: { ...answer, body: encoder.encode(JSON.stringify(body)) } };
  } catch (error) {
    if (isDomainError(error) && (error.kind === "not-found" || error.kind === "conflict"))
      return { id, failure: failureOf(error), refused: refusalOf(error) };
    return { id, failure: failureOf(error) };
  }
}

const failureOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${"code" in error ? error.code : ""}` : "unknown";

const refusalOf = ({ kind, code, message }: DomainError) => ({ kind, code, message });

const queues = chunkQueues((took) => port.postMessage(took));

/** NDJSON comes in pieces, and is answered when its last line is taken. */
async function takeLines({ id, head }: Extract<FeedLines, { head: unknown }>): Promise<void> {
  try {
    const answer = await receiveLines(ctx, head, queues.open(id));
    port?.postMessage({ id, lines: answer } satisfies FeedAnswer);
  } catch (error) {
    const refused = isDomainError(error) ? { refused: refusalOf(error) } : {};
    port?.postMessage({ id, failure: failureOf(error), ...refused } satisfies FeedAnswer);
  } finally {
    queues.close(id);
  }
}

const isReady = (): Promise<boolean> =>
  db.sql`select 1`.then(
    () => true,
    () => false,
  );

port.on("message", async (request: FeedRequest | FeedLines | FeedCheck | "close") => {
  if (request === "close") {
    await db.close();
    port.close();
    return;
  }
  if ("check" in request) {
    port.postMessage({ ready: await isReady() } satisfies FeedReady);
    return;
  }
  if ("head" in request) return takeLines(request);
  if ("chunk" in request) return queues.push(request.id, request.chunk);
  if ("end" in request) return queues.end(request.id, request.end);
  const answer = await take(request);
  port.postMessage(answer, answer.answer ? [answer.answer.body.buffer] : []);
});
