import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { operationOutcome } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { noteArrival } from "#app/domain/feed-status/note-arrival.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { FeedContext, IncomingMessage, MessageAnswer } from "../receive-message.ts";
import { bundleResponse } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";
import { sealBody } from "./message-body.ts";
import { type StoredOutcome, withFewerIssues } from "./outcome.ts";
import type { RefusedDelivery } from "./refused.ts";

export interface Message extends IncomingMessage {
  id: string;
  digest: Buffer;
  receivedAt: Date;
  /** The same bytes came before and were not taken. */
  again?: boolean | undefined;
  /** Read again because those it may be about are one no more. */
  reread?: boolean;
}

interface Row {
  id: string;
  state: MessageAnswer["state"];
  reason: string | null;
  outcome: StoredOutcome & { status: number };
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

/**
 * Claims the message's row. The same bytes arriving again wait here for the first delivery to end
 * and are answered alike. A reject is tried again, and so is what waits, as of when it came first: by now it may be
 * known whose it is. A write of one resource always is: what it says may have been said before something else.
 */
export async function startMessage(
  tx: Tx,
  message: Message,
): Promise<{ id: string; receivedAt?: Date; again?: boolean; earlier?: MessageAnswer }> {
  const single = message.interaction !== undefined;
  const [mine] = await tx.sql<{ id: string; receivedAt: Date }[]>`
    insert into messages (facility_id, id, digest, channel, client_id, format, byte_size, received_at, state, outcome)
    values (${message.facilityId}, ${message.id}, ${message.digest}, ${message.channel}, ${message.clientId ?? null}, ${message.format ?? "fhir-r4-json"},
      ${message.bytes.byteLength}, ${message.receivedAt}, 'rejected', '{}')
    on conflict (facility_id, digest) do update
      set received_at = case when messages.state = 'quarantined' and not ${single} then messages.received_at else excluded.received_at end
      where messages.state in ('rejected', 'quarantined') or ${single} or (messages.state = 'partly_accepted' and ${message.anew ?? false})
    returning id, received_at as "receivedAt"`;
  if (mine) return { ...mine, again: mine.id !== message.id };
  const [row] = await tx.sql<Row[]>`
    select id, state, reason, outcome, entries_accepted as accepted, entries_unchanged as unchanged, entries_rejected as rejected, warnings
    from messages where facility_id = ${message.facilityId} and digest = ${message.digest}`;
  if (!row) throw new Error("A message that was there is gone.");
  return { id: row.id, earlier: answerOf(row, true) };
}

/** Writes what became of the message. */
export async function endMessage(tx: Tx, message: Message, said: Omit<Row, "id">): Promise<MessageAnswer> {
  const row = { ...said, outcome: { ...said.outcome, entries: withFewerIssues(said.outcome.entries) } };
  await tx.sql`
    update messages set state = ${row.state}, reason = ${row.reason}, outcome = ${JSON.stringify(row.outcome)}::jsonb, received_at = ${message.receivedAt},
      entries_accepted = ${row.accepted}, entries_unchanged = ${row.unchanged}, entries_rejected = ${row.rejected}, warnings = ${row.warnings}
    where facility_id = ${message.facilityId} and id = ${message.id}`;
  return answerOf({ ...row, id: message.id }, false);
}

/** Keeps the raw bytes, sealed with the facility's own key. */
export async function keepBody(tx: Tx, keys: KeyRing, message: Message): Promise<void> {
  const of = { facilityId: message.facilityId, messageId: message.id };
  const { sealed, packed } = sealBody(keys, of, message.bytes);
  await tx.sql`
    insert into message_bodies (facility_id, message_id, sealed, packed) values (${message.facilityId}, ${message.id}, ${sealed}, ${packed})
    on conflict do nothing`;
}

/** Of what is refused, so much is kept to be tried again; a job lets it go after 30 days. */
export const MOST_REFUSED_BYTES = 2 * 1_048_576;

/** The answer to a package: its tables, and in both languages what was refused and why. */
const packageBody = ({ id, state, ...row }: Row, outcome: PackageOutcome, replay: boolean) => ({
  state,
  messageId: id,
  replay,
  counts: { accepted: row.accepted, unchanged: row.unchanged, rejected: row.rejected, warnings: row.warnings },
  ...outcome,
});

/** Records a reject in a transaction of its own; the delivery itself left nothing. */
export async function recordReject(
  ctx: FeedContext,
  message: Message,
  refused: RefusedDelivery,
  items: readonly BundleItem[] = [],
): Promise<MessageAnswer> {
  const outcome = {
    kind: refused.package ? ("package" as const) : ("transaction" as const),
    issues: refused.issues,
    entries: refused.entries,
    status: refused.status,
    ...(refused.package ? { package: refused.package } : {}),
  };
  const row = {
    state: "rejected" as const,
    reason: refused.issues[0]?.code ?? "entries",
    outcome,
    accepted: 0,
    unchanged: 0,
    rejected: Math.max(1, refused.entries.length),
    warnings: 0,
  };
  return ctx.db.transaction({ "app.facility": message.facilityId }, async (tx) => {
    // What was taken in part stays so, whatever becomes of it when it is tried anew.
    const started = await startMessage(tx, { ...message, anew: false, interaction: undefined });
    // What was taken stays taken: that the same write no longer fits is told, and changes nothing.
    if (started.earlier && message.interaction) return answerOf({ ...row, id: started.id }, true);
    if (started.earlier) return started.earlier;
    const own = { ...message, ...started };
    if (own.bytes.byteLength <= MOST_REFUSED_BYTES) await keepBody(tx, ctx.keys, own);
    const ended = endMessage(tx, own, row);
    const arrival = { state: "rejected", outcomes: refused.entries, issues: refused.issues, items } as const;
    const [answer] = await Promise.all([ended, noteArrival(tx, arrivalOf(own, arrival))]);
    return answer;
  });
}

function answerOf(row: Row, replay: boolean): MessageAnswer {
  const { state, outcome } = row;
  const whole = state === "rejected" || state === "quarantined";
  const issues = [...outcome.issues, ...(state === "rejected" ? outcome.entries.flatMap((e) => e.issues) : [])];
  return {
    state,
    status: outcome.status,
    messageId: row.id,
    replay,
    counts: { accepted: row.accepted, unchanged: row.unchanged, rejected: row.rejected, warnings: row.warnings },
    reason: row.reason ?? undefined,
    body: outcome.package
      ? packageBody(row, outcome.package, replay)
      : whole
        ? operationOutcome(issues)
        : bundleResponse(outcome),
  };
}
