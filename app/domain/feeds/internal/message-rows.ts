import type { Sql } from "postgres";
import type { MessageRowView } from "../view.ts";
import { saidOf } from "./said-of.ts";

export interface MessageRow {
  facilityId: string;
  facility: string;
  id: string;
  receivedAt: Date;
  state: MessageRowView["state"];
  reason: string | null;
  channel: MessageRowView["channel"];
  clientName: string | null;
  format: string;
  byteSize: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

/** Columns of `MessageRow` for messages `m`, facility names `n` and clients `c`. */
export const messageColumns = (sql: Sql) => sql`
  m.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, m.id, m.received_at as "receivedAt", m.state, m.reason, m.channel,
  c.name as "clientName", m.format, m.byte_size as "byteSize", m.entries_accepted as accepted, m.entries_unchanged as unchanged,
  m.entries_rejected as rejected, m.warnings`;

export function messageRow({ accepted, unchanged, rejected, warnings, ...row }: MessageRow): MessageRowView {
  return {
    facilityId: row.facilityId,
    facility: row.facility,
    id: row.id,
    state: row.state,
    channel: row.channel,
    format: row.format,
    byteSize: row.byteSize,
    receivedAt: row.receivedAt.toISOString(),
    reason: row.reason ?? undefined,
    said: row.reason === null ? undefined : saidOf(row.reason),
    clientName: row.clientName ?? undefined,
    entries: { accepted, unchanged, rejected, warnings },
  };
}
