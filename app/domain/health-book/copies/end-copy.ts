import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { isId } from "#app/shared/ids.ts";

/** Cancels a copy that is under way, deletes one that is ready at once; of one that is over already nothing changes. Who may: who ordered it. */
export async function endCopy(ctx: Ctx<Reader>, { id }: { id: string }): Promise<void> {
  requireBookLevel(ctx.actor);
  if (!isId(id)) return;
  const { personId } = ctx.actor;
  await ctx.db.transaction(
    { "app.orderer": personId },
    ({ sql }) => sql`
      update book_copies set state = case when state = 'ready' then 'deleted' else 'cancelled' end
      where person_id = ${bookOwner(ctx.actor)} and id = ${id} and ordered_by = ${personId} and state in ('ordered', 'writing', 'ready')`,
  );
}
