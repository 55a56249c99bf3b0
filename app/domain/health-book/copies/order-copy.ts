import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { MOST_A_DAY } from "./rules.ts";

export interface OrderInput {
  /** Made with the form: sent twice, it is one order. */
  id: string;
  sessionId: string;
  language: "vi" | "en";
}

/**
 * Orders the whole book as a PDF; one that is under way is the one there is, one that is ready goes for it. Who may: whoever
 * may have a copy, with the same proof. @throws DomainError `forbidden`, `invalid`, `conflict` when too many were ordered today.
 */
export async function orderCopy(ctx: Ctx<Reader>, { id, sessionId, language }: OrderInput): Promise<void> {
  if (!isId(id)) throw new DomainError("invalid", "no-such-form", "The order has no id.");
  const personId = bookOwner(ctx.actor);
  const record = await openRecord(ctx, {
    personId,
    dataTypes: bookSections,
    action: "export",
    subject: "book-pdf",
    showHidden: false,
  });
  const orderedBy = ctx.actor.personId;
  const now = ctx.now();
  await record.transaction(async ({ sql }) => {
    const own = sql`person_id = ${personId} and ordered_by = ${orderedBy}`;
    const [known] = await sql<{ again: boolean; today: number }[]>`
      select coalesce(bool_or(id = ${id}), false) as again,
        (count(*) filter (where ordered_at > ${now}::timestamptz - interval '1 day'))::int as today from book_copies where ${own}`;
    if (known?.again) return;
    if ((known?.today ?? 0) >= MOST_A_DAY) throw tooMany();
    await sql`update book_copies set state = 'deleted' where ${own} and state = 'ready'`;
    const made = await sql`
      insert into book_copies (person_id, id, ordered_by, session_id, for_other, language, ordered_at)
      values (${personId}, ${id}, ${orderedBy}, ${sessionId}, ${ctx.actor.kind === "proxy"}, ${language}, ${now})
      on conflict do nothing`;
    if (made.count === 1)
      await sql`select enqueue('write-copy', ${JSON.stringify({ personId, copyId: id })}::jsonb, ${`write-copy-${id}`})`;
  });
}

const tooMany = () => new DomainError("conflict", "copies-too-many", "Too many copies were ordered within a day.");
