import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { PRIVACY_NOTICE } from "./rules.ts";
import type { PersonActor } from "./view.ts";

/**
 * The person says they have read the privacy notice in force; saying it twice changes nothing. Who may: at
 * the book's level, for below it nobody has checked that it is them. @throws DomainError `level-too-low`.
 */
export async function acknowledgeNotice(ctx: Ctx<PersonActor>, input: { language: string }): Promise<void> {
  requireBookLevel(ctx.actor);
  await ctx.db.sql`
    insert into notice_acknowledgements (person_id, notice, version, language, acknowledged_at)
    values (${ctx.actor.personId}, ${PRIVACY_NOTICE.notice}, ${PRIVACY_NOTICE.version}, ${input.language}, ${ctx.now()})
    on conflict do nothing`;
}
