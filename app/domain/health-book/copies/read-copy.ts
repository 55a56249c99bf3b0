import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import type { CopyFailure, CopyState } from "./rules.ts";
import type { CopyView } from "./view.ts";

interface Row {
  id: string;
  state: CopyState;
  failure: CopyFailure | null;
  orderedAt: Date;
  partsDone: number;
  parts: number;
  entries: number | null;
  bytes: number | null;
  finishedAt: Date | null;
  endsAt: Date | null;
}

/** The newest copy that the reader ordered of this book. Who may: they alone; it opens no record, however often it is asked. */
export async function readCopy(ctx: Ctx<Reader>): Promise<CopyView | undefined> {
  requireBookLevel(ctx.actor);
  const { personId } = ctx.actor;
  const [row] = await ctx.db.read<Row[]>(
    { "app.orderer": personId },
    (sql) => sql<Row[]>`
      select id, state, failure, ordered_at as "orderedAt", parts_done as "partsDone", parts, entries, bytes,
        finished_at as "finishedAt", ends_at as "endsAt"
      from book_copies where person_id = ${bookOwner(ctx.actor)} and ordered_by = ${personId} order by ordered_at desc, id desc limit 1`,
  );
  return row && view(row, ctx.now());
}

function view({ id, state, failure, orderedAt, partsDone, parts, ...made }: Row, now: Date): CopyView {
  const { entries, bytes, finishedAt, endsAt } = made;
  const over = state === "ready" && endsAt !== null && endsAt <= now;
  const file = { entries: entries ?? 0, bytes: bytes ?? 0 };
  return {
    id,
    state: over ? "expired" : state,
    failure: failure ?? undefined,
    orderedAt: orderedAt.toISOString(),
    parts: state === "writing" && parts > 0 ? { done: partsDone, of: parts } : undefined,
    file:
      state === "ready" && !over && finishedAt && endsAt
        ? { ...file, madeAt: finishedAt.toISOString(), endsAt: endsAt.toISOString() }
        : undefined,
  };
}
