import { ServerFault } from "#app/adapters/fhir-server/fault.ts";
import type { Reach } from "#app/adapters/fhir-server/reach.ts";
import type { ClientKey } from "#app/adapters/signing/client-key.ts";
import type { Db } from "#db/client.ts";
import { claimSource, endBadly, endWell, type LeasedSource } from "./internal/lease.ts";
import { pullSource, TypeFault } from "./internal/pull-source.ts";

export interface PullContext {
  /** Connected as the worker role. */
  db: Db;
  now: () => Date;
  clientKey: ClientKey | undefined;
  /** Where connections may go. */
  reach: Reach;
  limits?: Partial<PullLimits>;
  /**
   * Hands resources of a facility to the record store; resolves when they are committed or kept to be decided. What they
   * name and the store lacks, it may fetch.
   */
  deliver(
    facilityId: string,
    resources: object[],
    fetch: (type: string, id: string) => Promise<object | undefined>,
  ): Promise<void>;
}

export interface PullLimits {
  /** Of one request. */
  timeoutMs: number;
  maxBytes: number;
  /** Of one source at once; the rest waits for its next turn, so that none keeps the others waiting. */
  sourceMs: number;
  pages: number;
}

/** Sources asked side by side: a slow one does not keep the others waiting. */
const LANES = 4;

/**
 * Asks every source that is due: what has changed since it was last read to its end, page by page, each page stored
 * before the next is asked for. A source that fails is left alone for longer and longer; no page of the book waits
 * for any of this. Who may: the worker.
 */
export async function pullDueSources(ctx: PullContext): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: LANES }, () => lane(ctx)));
  const ours = ended.find((lane) => lane.status === "rejected");
  if (ours) throw ours.reason;
}

async function lane(ctx: PullContext): Promise<void> {
  for (let source = await claimSource(ctx); source; source = await claimSource(ctx)) await askOne(ctx, source);
}

async function askOne(ctx: PullContext, source: LeasedSource): Promise<void> {
  try {
    await endWell(ctx, source, await pullSource(ctx, source));
  } catch (error) {
    const fault = error instanceof TypeFault ? error.fault : error;
    const { code, retryAfterSeconds } = fault instanceof ServerFault ? fault : { code: "ours" };
    const type = error instanceof TypeFault ? error.type : undefined;
    await endBadly(ctx, source, { code, type, retryAfterSeconds });
    if (!(fault instanceof ServerFault)) throw fault;
  }
}
