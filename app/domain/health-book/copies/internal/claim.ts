import type { Reader } from "#app/domain/access/actor.ts";
import { type Ordered, ordererNow } from "#app/domain/access/ordered.ts";
import type { Db } from "#db/client.ts";
import { BEGUN_WITHIN_MS, before, type CopyFailure, LEASE_MS } from "../rules.ts";

/** A copy that this process makes now, until its lease is over or somebody ends it. */
export interface Claim extends Ordered {
  copyId: string;
  run: number;
  language: "vi" | "en";
}

interface Clerk {
  db: Db;
  now: () => Date;
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Takes a copy that waits, or that nobody makes any more; `undefined` when there is nothing to do. */
export async function claimCopy(
  { db, now }: Clerk,
  { personId, copyId }: { personId: string; copyId: string },
): Promise<Claim | undefined> {
  const at = now();
  const [claim] = await db.sql<Claim[]>`
    update book_copies set state = 'writing', run = run + 1, leased_until = ${later(at, LEASE_MS)}, parts_done = 0, parts = 0
    where person_id = ${personId} and id = ${copyId} and ordered_at > ${later(at, -BEGUN_WITHIN_MS)}
      and (state = 'ordered' or (state = 'writing' and leased_until < ${at}))
    returning person_id as "personId", id as "copyId", ordered_by as "orderedBy", ordered_at as "orderedAt", session_id as "sessionId",
      for_other as "forOther", run, language`;
  return claim;
}

/** It is somebody else's now, cancelled, or may go on no more. */
export class CopyOver extends Error {}

/** Says how far it is and that it is still being made; asks whether it may go on. @throws CopyOver. */
export async function goOn(clerk: Clerk, claim: Claim, { done, of }: { done: number; of: number }): Promise<Reader> {
  const reader = await ordererNow(clerk, claim);
  if (typeof reader === "string") {
    await failCopy(clerk, claim, reader);
    throw new CopyOver(reader);
  }
  const { count } = await clerk.db.sql`
    update book_copies set parts_done = ${done}, parts = ${of}, leased_until = ${later(clerk.now(), LEASE_MS)}
    where person_id = ${claim.personId} and id = ${claim.copyId} and state = 'writing' and run = ${claim.run}`;
  if (count !== 1) throw new CopyOver("ended");
  return reader;
}

/** Ends it with the reason, where it is still this process's. */
export async function failCopy({ db }: Clerk, claim: Claim, failure: CopyFailure): Promise<void> {
  await db.sql`
    update book_copies set state = 'failed', failure = ${failure}
    where person_id = ${claim.personId} and id = ${claim.copyId} and run = ${claim.run} and state = any(${before("ready")})`;
}
