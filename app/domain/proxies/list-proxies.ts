import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { ProxiesView, ProxyView } from "./view.ts";

interface Row extends Omit<ProxyView, "name" | "startsAt" | "endsAt"> {
  side: "iHelp" | "helpMe";
  demographics: Buffer | null;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Whose books the person may open, and who may open theirs. Who may: the person themself, at the
 * book's level, for it names people. @throws DomainError `forbidden`.
 */
export async function listProxies(ctx: Ctx<Extract<Actor, { kind: "citizen" | "proxy" }>>): Promise<ProxiesView> {
  requireBookLevel(ctx.actor);
  const me = ctx.actor.personId;
  const rows = await ctx.db.sql<Row[]>`
    with own as (select id from persons where id = ${me} or merged_into = ${me})
    select case when x.helper_id in (select id from own) then 'iHelp' else 'helpMe' end as side, x.id, p.id as "personId", p.demographics, x.scope, x.legal_kind as "legalKind", x.state, x.starts_at as "startsAt", x.ends_at as "endsAt"
    from proxies x join persons o on o.id = case when x.helper_id in (select id from own) then x.person_id else x.helper_id end
    join persons p on p.id = coalesce(o.merged_into, o.id)
    where (x.helper_id in (select id from own) or x.person_id in (select id from own)) and x.state = 'active' and x.starts_at <= ${ctx.now()} and x.ends_at > ${ctx.now()}
    order by x.created_at`;
  const side = (wanted: Row["side"]): ProxyView[] =>
    rows
      .filter((r) => r.side === wanted)
      .map(({ side: _side, demographics, startsAt, endsAt, ...proxy }) => ({
        ...proxy,
        name: unsealNames(ctx.keys, proxy.personId, demographics)[0] ?? "",
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      }));
  return { iHelp: side("iHelp"), helpMe: side("helpMe") };
}
