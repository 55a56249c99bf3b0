import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { PROVINCE } from "#app/domain/feed-status/status-rules.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { StoredOutcome } from "./internal/outcome.ts";

/** One thing that was refused: where it stood, and why. Never a value. */
export interface RejectRow {
  facility: string;
  messageId: string;
  receivedAt: string;
  format: string;
  state: string;
  /** Place of the entry in the message, from 1; none for the message as a whole. */
  position: number | undefined;
  /** Table, row and field, or a FHIRPath. */
  place: string;
  code: string;
  diagnostics: string;
  /** In Vietnamese, where the reader of the format says it. */
  vi?: string;
}

interface Row {
  facility: string;
  id: string;
  receivedAt: Date;
  /** To the microsecond, which the next batch begins after. */
  at: string;
  format: string;
  state: string;
  outcome: Partial<StoredOutcome>;
}

export const EXPORT_DAYS = 30;
const BATCH = 100;

/**
 * What was refused in the last 30 days, newest first, of one facility or of all, a batch at a time. Who may: operators;
 * that it was taken out is written down first. @throws DomainError `not-found`.
 */
export async function exportRejects(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string | undefined },
): Promise<AsyncGenerator<RejectRow[]>> {
  const facilityId = input.facilityId ?? null;
  if (facilityId !== null && !isId(facilityId)) throw notFound();
  await ctx.db.transaction({}, async (tx) => {
    const known = facilityId === null || (await tx.sql`select from facilities where id = ${facilityId}`).length > 0;
    if (!known) throw notFound();
    await recordAct(tx, ctx, { act: "feed.rejects-exported", about: { kind: "facility", id: facilityId ?? PROVINCE } });
  });
  return batches(ctx, facilityId);
}

/** Each batch is a query of its own, after the last row of the one before: a slow reader holds no connection. */
async function* batches(ctx: Ctx, facilityId: string | null): AsyncGenerator<RejectRow[]> {
  const since = new Date(ctx.now().getTime() - EXPORT_DAYS * 86_400_000);
  let after: Pick<Row, "id" | "at"> | undefined;
  do {
    const rows: Row[] = await ctx.db.sql<Row[]>`
      select coalesce(n.short_name, '?') as facility, m.id, m.received_at as "receivedAt", m.received_at::text as at, m.format, m.state, m.outcome
      from messages m left join facility_names n on n.facility_id = m.facility_id and n.valid_to is null
      where m.state in ('rejected', 'partly_accepted') and m.received_at > ${since} and (${facilityId}::uuid is null or m.facility_id = ${facilityId})
        and (${after?.at ?? null}::text::timestamptz is null or (m.received_at, m.id) < (${after?.at ?? null}::text::timestamptz, ${after?.id ?? null}::uuid))
      order by m.received_at desc, m.id desc limit ${BATCH}`;
    after = rows.length === BATCH ? rows.at(-1) : undefined;
    if (rows.length > 0) yield rows.flatMap(rejectsOf);
  } while (after);
}

function rejectsOf({ id, receivedAt, at: _at, outcome, ...row }: Row): RejectRow[] {
  const line = (issue: Issue, position: number | undefined): RejectRow => ({
    ...row,
    messageId: id,
    receivedAt: receivedAt.toISOString(),
    position,
    place: issue.expression ?? "",
    code: issue.code,
    diagnostics: issue.diagnostics,
  });
  const entries = outcome.entries ?? [];
  return [
    ...(outcome.package?.tables ?? []).flatMap(({ table, issues }) =>
      issues
        .filter((issue) => issue.severity === "error")
        .map(({ code, vi, en, row: at, field }) => ({
          ...line({ severity: "error", type: "invalid", code, diagnostics: en }, at),
          place: [table, at, field].filter((part) => part !== undefined).join(" "),
          vi,
        })),
    ),
    ...(outcome.issues ?? []).filter(isError).map((issue) => line(issue, undefined)),
    ...entries.flatMap((entry) => entry.issues.filter(isError).map((issue) => line(issue, entry.index + 1))),
  ];
}

const notFound = () => new DomainError("not-found", "no-such-facility", "There is no such facility.");
