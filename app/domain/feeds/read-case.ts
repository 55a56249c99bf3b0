import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { type Candidate, candidatesOf } from "#app/domain/persons/candidates.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { candidateViews, saidView } from "./internal/case-views.ts";
import { unsealCase } from "./internal/open-case.ts";
import type { CaseView } from "./quarantine-view.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

interface Row {
  facility: string;
  since: Date;
  reason: string;
  state: CaseView["state"];
  decision: NonNullable<CaseView["decision"]> | null;
  outcome: NonNullable<CaseView["outcome"]> | null;
  decidedAt: Date | null;
  sealed: Buffer;
  taken: boolean;
}

/**
 * A delivery that waits, beside everybody it may be about. Who may: operators; before anything is shown,
 * the look stands in the operators' log and in that of each candidate. `person` adds somebody who was
 * looked up. @throws DomainError `not-found`.
 */
export async function readCase(
  ctx: Operator,
  input: { facilityId: string; id: string; person: string | undefined; reveal: boolean },
): Promise<CaseView> {
  const { facilityId, id } = input;
  if (!isId(facilityId) || !isId(id)) throw noCase();
  const [row] = await ctx.db.sql<Row[]>`
    select coalesce(n.short_name, '?') as facility, q.opened_at as since, q.reason, q.state, q.decision, q.outcome, q.decided_at as "decidedAt", q.sealed,
      m.state in ('accepted', 'partly_accepted') as taken
    from quarantine_items q join messages m on m.facility_id = q.facility_id and m.id = q.message_id
    left join facility_names n on n.facility_id = q.facility_id and n.valid_to is null
    where q.facility_id = ${facilityId} and q.message_id = ${id}`;
  if (!row) throw noCase();
  const base = {
    facilityId,
    id,
    facility: row.facility,
    since: row.since.toISOString(),
    reason: row.reason,
    // Its sender may have sent it again when it was clear whose it is.
    state: row.taken ? ("replayed" as const) : row.state,
    decision: row.decision ?? undefined,
    outcome: row.taken ? ("accepted" as const) : (row.outcome ?? undefined),
    decidedAt: row.decidedAt?.toISOString(),
  };
  if (base.state === "replayed") return { ...base, said: undefined, candidates: [], alike: await alikeOf(ctx, input) };
  const { said } = unsealCase(ctx.keys, facilityId, id, row.sealed);
  const candidates = await ctx.db.transaction({}, async (tx) => {
    const found: (Omit<Candidate, "by"> & { by: string[] })[] = await candidatesOf(tx, ctx.keys, said, facilityId);
    const { person } = input;
    if (person && isId(person) && !found.some((c) => c.personId === person))
      found.push({ personId: person, by: ["operator"], contradicts: undefined });
    const known = await tx.sql<{ id: string }[]>`
      select id from persons where id = any(${found.map((c) => c.personId)}::uuid[])`;
    const there = found.filter((c) => known.some((k) => k.id === c.personId));
    const duty = { action: "read", subject: "sorting" } as const;
    await noteDuty(
      tx,
      ctx,
      there.map((c) => c.personId),
      duty,
    );
    await recordAct(tx, ctx, {
      act: input.reveal ? "quarantine.revealed" : "quarantine.looked",
      about: { kind: "message", id },
      detail: { candidates: there.length },
    });
    return there;
  });
  return {
    ...base,
    said: saidView(said, input.reveal),
    candidates: await candidateViews(ctx, said, candidates),
    alike: await alikeOf(ctx, input),
  };
}

async function alikeOf(
  ctx: Operator,
  { facilityId, id }: { facilityId: string; id: string },
): Promise<CaseView["alike"]> {
  const rows = await ctx.db.sql<{ facilityId: string; facility: string; id: string; since: Date }[]>`
    select o.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, o.message_id as id, o.opened_at as since
    from quarantine_items q join quarantine_items o on o.identity = q.identity and o.state = 'waiting' and (o.facility_id, o.message_id) <> (q.facility_id, q.message_id)
    join messages m on m.facility_id = o.facility_id and m.id = o.message_id and m.state = 'quarantined'
    left join facility_names n on n.facility_id = o.facility_id and n.valid_to is null
    where q.facility_id = ${facilityId} and q.message_id = ${id} order by o.opened_at limit 100`;
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

const noCase = () => new DomainError("not-found", "no-such-case", "There is no such case.");
