import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newestOf, newestQuery } from "../internal/newest.ts";

const opened = (ctx: Ctx<Reader>) =>
  openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: ["results"],
    action: "read",
    subject: "newest",
    showHidden: false,
  });

/** Whether the newest results of this book are folded for its reader, and how many. */
export async function readNewest(ctx: Ctx<Reader>): Promise<{ hides: boolean; hidden: number }> {
  const record = await opened(ctx);
  const [row] = await record.read((sql) => newestQuery(sql, record, newestOf(ctx)));
  return row ?? { hides: false, hidden: 0 };
}

/**
 * Folds the newest results for whoever reads, or shows them at once again. It is the reader's own: who else reads this
 * book has theirs. Who may: whoever may see the results. @throws DomainError `forbidden`.
 */
export async function chooseNewest(ctx: Ctx<Reader>, { hides }: { hides: boolean }): Promise<void> {
  const record = await opened(ctx);
  await record.transaction(
    ({ sql }) => sql`
      insert into reading_choices (person_id, reader_id, hides_newest, changed_at)
      values (${record.personId}, ${ctx.actor.personId}, ${hides}, ${ctx.now()})
      on conflict (person_id, reader_id) do update set hides_newest = excluded.hides_newest, changed_at = excluded.changed_at`,
  );
}
