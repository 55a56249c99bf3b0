import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { MOST_REFUSED_BYTES } from "./internal/message-row.ts";
import { type MessageRow, messageColumns, messageRow } from "./internal/message-rows.ts";
import type { EntryOutcome, StoredOutcome } from "./internal/outcome.ts";
import { saidOf } from "./internal/said-of.ts";
import { REFUSED_DAYS } from "./sweep-refused.ts";
import type { EntryOutcomeView, IssueView, MessagePageView } from "./view.ts";

const SHOWN = 200;

/** One delivery and what became of its entries. Who may: operators. @throws DomainError `not-found`. */
export async function readMessage(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string; id: string },
): Promise<MessagePageView> {
  if (!isId(input.facilityId) || !isId(input.id)) throw notFound();
  const { sql } = ctx.db;
  const [row] = await sql<(MessageRow & { digest: Buffer; outcome: StoredOutcome })[]>`
    select ${messageColumns(sql)}, m.digest, m.outcome
    from messages m left join facility_names n on n.facility_id = m.facility_id and n.valid_to is null
    left join machine_clients c on c.client_id = m.client_id
    where m.facility_id = ${input.facilityId} and m.id = ${input.id}`;
  if (!row) throw notFound();
  const entries = [...row.outcome.entries].sort(notableFirst);
  return {
    ...messageRow(row),
    bytesKept: isKept(row, ctx.now()),
    digest: row.digest.toString("hex"),
    issues: row.outcome.issues.map(issueView),
    outcomes: entries.slice(0, SHOWN).map(outcomeView),
    entriesTotal: entries.length,
  };
}

/** The bytes of what was refused go after a while, and very large ones were never kept. */
const isKept = (row: MessageRow, now: Date): boolean =>
  row.state !== "rejected" ||
  (row.byteSize <= MOST_REFUSED_BYTES && now.getTime() - row.receivedAt.getTime() < REFUSED_DAYS * 86_400_000);

/** Refused entries first, then those with something to say, then the rest in their order. */
function notableFirst(a: EntryOutcome, b: EntryOutcome): number {
  const weight = (o: EntryOutcome) => (o.status.startsWith("2") ? (o.issues.length > 0 ? 1 : 2) : 0);
  return weight(a) - weight(b) || a.index - b.index;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  "201 Created": "created",
  "200 OK": "unchanged",
  "204 No Content": "withdrawn",
};

function outcomeView(outcome: EntryOutcome): EntryOutcomeView {
  return {
    position: outcome.index + 1,
    reference: outcome.location?.split("/_history/")[0],
    outcome: outcome.status === "200 OK" && outcome.changed ? "updated" : (OUTCOMES[outcome.status] ?? "rejected"),
    issues: outcome.issues.map(issueView),
  };
}

const issueView = (issue: Issue): IssueView => ({
  severity: issue.severity,
  code: issue.code,
  diagnostics: issue.diagnostics,
  said: saidOf(issue.code),
  expression: issue.expression,
});

const notFound = () => new DomainError("not-found", "no-such-message", "There is no such delivery.");
