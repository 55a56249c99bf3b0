import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import type { SignInLine, SignInsView } from "./sessions-view.ts";
import type { PersonActor } from "./view.ts";

const LINES_PER_PAGE = 20;

/**
 * When and on what the person signed in, and what was refused, newest first. Who may: the person, at the book's
 * level. @throws DomainError `level-too-low`.
 */
export async function listSignIns(ctx: Ctx<PersonActor>, input: { page: number }): Promise<SignInsView> {
  requireBookLevel(ctx.actor);
  const rows = await ctx.db.sql<(Omit<SignInLine, "at" | "code"> & { at: Date; code: string | null; total: number })[]>`
    with ${ownCluster(ctx.db.sql, ctx.actor.personId)},
    lines as (select h.* from own join sign_in_history h on h.person_id = own.id),
    counted as (select count(*)::int as total from lines)
    select l.id, l.occurred_at as at, l.kind, l.code, l.device, l.network, c.total from lines l cross join counted c
    order by l.occurred_at desc, l.id desc limit ${LINES_PER_PAGE} offset (
      select least(${(input.page - 1) * LINES_PER_PAGE}::bigint, (greatest(c.total, 1) - 1) / ${LINES_PER_PAGE}::int * ${LINES_PER_PAGE}::int) from counted c)`;
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / LINES_PER_PAGE));
  const lines = rows.map(({ total: _total, at, code, ...row }) => ({
    ...row,
    at: at.toISOString(),
    code: code ?? undefined,
  }));
  return { lines, page: Math.min(input.page, pages), pages };
}
