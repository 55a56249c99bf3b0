import type { LegalKind, ProxyScope, Reader } from "./actor.ts";
import type { Ctx } from "./context.ts";
import type { DataType } from "./data-types.ts";
import { type OpenedRecord, openAs } from "./open-record.ts";
import { BOOK_LEVEL, decide } from "./rules.ts";

/** What somebody ordered of a book, to be made while they are away. */
export interface Ordered {
  personId: string;
  orderedBy: string;
  orderedAt: Date;
  /** Of the browser it was ordered in. */
  sessionId: string;
  /** They act for the person; else it is their own book. */
  forOther: boolean;
}

/** Why an order does not go on: who gave it has locked their access, is signed out, or may act for the person no longer. */
export type OrderOver = "locked" | "signed-out";

interface Standing {
  locked: boolean;
  signedIn: boolean;
  proxy: { scope: ProxyScope; legalKind: LegalKind; endsAt: string } | null;
}

/** Who ordered it, as they may act at this moment. One's own order goes on after signing out, one for somebody else does not. */
export async function ordererNow({ db, now }: Pick<Ctx, "db" | "now">, order: Ordered): Promise<Reader | OrderOver> {
  const [found] = await db.sql<Standing[]>`
    with own as (
      select c.id from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
      where a.id = ${order.orderedBy}
    ), theirs as (
      select c.id from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
      where a.id = ${order.personId}
    )
    select exists (select from access_locks l where l.person_id in (select id from own) and l.lifted_at is null) as locked,
      exists (select from sessions s where s.id = ${order.sessionId} and s.ended_at is null and s.ends_at > ${now()}) as "signedIn",
      (select jsonb_build_object('scope', x.scope, 'legalKind', x.legal_kind, 'endsAt', x.ends_at) from proxies x
        where x.person_id in (select id from theirs) and x.helper_id in (select id from own) and x.state = 'active'
          and x.starts_at <= ${now()} and x.ends_at > ${now()} order by x.ends_at desc limit 1) as proxy`;
  if (!found || found.locked) return "locked";
  const self = { personId: order.orderedBy, assuranceLevel: BOOK_LEVEL, authenticatedAt: order.orderedAt };
  if (!order.forOther) return { kind: "citizen", ...self };
  if (!found.proxy || !found.signedIn) return "signed-out";
  const { scope, legalKind, endsAt } = found.proxy;
  return {
    kind: "proxy",
    ...self,
    represented: { personId: order.personId, scope, legalKind, endsAt: new Date(endsAt) },
  };
}

/**
 * Opens the record to make what its reader ordered, under an event of its own in their name. Their proof was fresh when
 * they ordered; all else is decided anew. @throws DomainError `forbidden`, `not-found` as `openRecord`.
 */
export function openOrdered(
  ctx: Ctx<Reader>,
  { personId, dataTypes, subject }: { personId: string; dataTypes: readonly DataType[]; subject: string },
): Promise<OpenedRecord> {
  const request = { personId, dataTypes, subject, action: "export", showHidden: false } as const;
  return openAs(ctx, request, decide(ctx.actor, { ...request, action: "read" }, ctx.now()));
}
