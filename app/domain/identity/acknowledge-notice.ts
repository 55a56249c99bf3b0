import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { PRIVACY_NOTICE } from "./rules.ts";

/** The person says they have read the privacy notice in force; saying it twice changes nothing. */
export async function acknowledgeNotice(
  ctx: Ctx<Extract<Actor, { kind: "citizen" | "proxy" }>>,
  input: { language: string },
): Promise<void> {
  await ctx.db.sql`
    insert into notice_acknowledgements (person_id, notice, version, language, acknowledged_at)
    values (${ctx.actor.personId}, ${PRIVACY_NOTICE.notice}, ${PRIVACY_NOTICE.version}, ${input.language}, ${ctx.now()})
    on conflict do nothing`;
}
