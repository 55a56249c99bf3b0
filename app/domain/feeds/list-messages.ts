import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { fhirInterval } from "#app/shared/dates.ts";
import { isId } from "#app/shared/ids.ts";
import { type MessageRow, messageColumns, messageRow } from "./internal/message-rows.ts";
import { type FacilityMessagesView, type MessageState, type MessagesView, messageStates } from "./view.ts";

export const MESSAGES_PER_PAGE = 30;

export interface MessagesInput {
  facilityId: string | undefined;
  state: string | undefined;
  /** A code of the message or of one of its entries. */
  reason?: string | undefined;
  format?: string | undefined;
  /** Vietnamese day, YYYY-MM-DD. */
  day?: string | undefined;
  /** From 1; beyond the last page is the last page. */
  page: number;
}

/** What was received, newest first, narrowed by facility and state. Who may: operators. No clinical value. */
export async function listMessages(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: MessagesInput,
): Promise<MessagesView> {
  const facilityId = input.facilityId && isId(input.facilityId) ? input.facilityId : undefined;
  const state = messageStates.find((s) => s === input.state);
  const reason = input.reason && /^[a-z0-9-]{1,60}$/i.test(input.reason) ? input.reason : undefined;
  const format = input.format && /^[a-z0-9-]{1,40}$/.test(input.format) ? input.format : undefined;
  const day = input.day && fhirInterval(input.day)?.precision === "day" ? input.day : undefined;
  const { sql } = ctx.db;
  const code = JSON.stringify([{ code: reason }]);
  const codeInEntry = JSON.stringify([{ issues: [{ code: reason }] }]);
  const narrow = sql`
    (${reason ?? null}::text is null or m.reason = ${reason ?? null} or m.outcome -> 'issues' @> ${code}::jsonb or m.outcome -> 'entries' @> ${codeInEntry}::jsonb)
    and (${format ?? null}::text is null or m.format = ${format ?? null})
    and (${day ?? null}::date is null or (m.received_at at time zone 'Asia/Ho_Chi_Minh')::date = ${day ?? null}::date)`;
  const where = sql`(${facilityId ?? null}::uuid is null or m.facility_id = ${facilityId ?? null}) and (${state ?? null}::text is null or m.state = ${state ?? null}) and ${narrow}`;
  const [formats, facilities, rows] = await Promise.all([
    sql<{ format: string }[]>`select distinct format from messages order by 1 limit 20`,
    sql<FacilityStates[]>`
      select m.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, max(m.received_at) as "lastReceivedAt",
        count(*) filter (where m.state = 'accepted')::int as accepted, count(*) filter (where m.state = 'partly_accepted')::int as partly_accepted,
        count(*) filter (where m.state = 'rejected')::int as rejected, count(*) filter (where m.state = 'quarantined')::int as quarantined
      from messages m left join facility_names n on n.facility_id = m.facility_id and n.valid_to is null
      group by 1, 2 order by 2`,
    sql<(MessageRow & { total: number })[]>`
      with counted as (select count(*)::int as total from messages m where ${where})
      select ${messageColumns(sql)}, d.total
      from messages m cross join counted d left join facility_names n on n.facility_id = m.facility_id and n.valid_to is null
      left join machine_clients c on c.client_id = m.client_id
      where ${where} order by m.received_at desc limit ${MESSAGES_PER_PAGE} offset (
        select least(${(input.page - 1) * MESSAGES_PER_PAGE}::bigint, (greatest(d.total, 1) - 1) / ${MESSAGES_PER_PAGE}::int * ${MESSAGES_PER_PAGE}::int) from counted d)`,
  ]);
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / MESSAGES_PER_PAGE));
  return {
    facilities: facilities.map(facilityStates),
    messages: rows.map(messageRow),
    filter: { facilityId, state, reason, format, day },
    formats: formats.map((f) => f.format),
    total,
    page: Math.min(input.page, pages),
    pages,
  };
}

type FacilityStates = { facilityId: string; facility: string; lastReceivedAt: Date } & Record<MessageState, number>;

const facilityStates = ({ facilityId, facility, lastReceivedAt, ...states }: FacilityStates): FacilityMessagesView => ({
  facilityId,
  facility,
  states,
  lastReceivedAt: lastReceivedAt.toISOString(),
});
