import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { tokenHash } from "./internal/tokens.ts";

/**
 * From now on this session reads the book of `personId`; without one it is the person's own again.
 * Who may: a helper with an active proxy, at the book's level. @throws DomainError `not-found`, `forbidden`.
 */
export async function actFor(
  ctx: Ctx<Extract<Actor, { kind: "citizen" | "proxy" }>>,
  input: { sessionToken: string; personId: string | undefined },
): Promise<void> {
  const { personId } = input;
  if (personId !== undefined) requireBookLevel(ctx.actor);
  if (personId !== undefined && !isId(personId)) throw noProxy();
  await ctx.db.transaction({}, async (tx) => {
    const changed = await tx.sql`
      update sessions s set acting_for = ${personId ?? null}
      where s.id_hash = ${tokenHash(input.sessionToken)} and s.ended_at is null and s.role is null and (${personId ?? null}::uuid is null or exists (
        select from proxies x join persons w on w.id = x.person_id join persons h on h.id = x.helper_id
        where ${personId ?? null} in (w.id, w.merged_into) and ${ctx.actor.personId} in (h.id, h.merged_into) and x.state = 'active'
          and x.starts_at <= ${ctx.now()} and x.ends_at > ${ctx.now()}))`;
    if (changed.count !== 1) throw noProxy();
    if (personId) await recordAct(tx, ctx, { act: "proxy.used", about: { kind: "person", id: personId } });
  });
}

const noProxy = () => new DomainError("not-found", "no-such-proxy", "There is no active proxy for this person.");
