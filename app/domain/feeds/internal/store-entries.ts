import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { decideMove, decideVersion, type StoredVersion } from "../rules.ts";
import { appendEntries, type NewRow } from "./append-entries.ts";
import { awaitExplanation } from "./await-explanation.ts";
import { type Cases, casesOf } from "./case-of.ts";
import { rememberDelivery } from "./cluster-deliveries.ts";
import type { DeliveryContext } from "./delivery.ts";
import type { Hider } from "./hider.ts";
import { checkIfMatch } from "./if-match.ts";
import type { Case } from "./kept-cases.ts";
import { type LabelledCase, labelCases, labelsOf } from "./labels-at-the-door.ts";
import { type LockedEntry, lockEntries, withdrawElsewhere } from "./lock-entries.ts";
import { moveCases } from "./move-cases.ts";
import { conflictOf, type EntryOutcome, outcomeOf, written } from "./outcome.ts";
import type { Planned } from "./plan.ts";
import { versionOf } from "./version.ts";

/** Appends what is new of a person's entries, in the caller's transaction, and says what became of each. */
export async function storeEntries(
  tx: Tx,
  ctx: DeliveryContext,
  personId: string,
  entries: Planned[],
  hide: Hider,
): Promise<EntryOutcome[]> {
  const { locked, cluster } = await lockEntries(tx, ctx.facilityId, personId, entries);
  await rememberDelivery(tx, ctx, cluster);
  const cases = await casesOf(tx, ctx.facilityId, personId, entries, { locked, cluster });
  const outcomes: EntryOutcome[] = [];
  const rows: NewRow[] = [];
  const touched: { person: string; entryId: string; at: Date }[] = [];
  const moved: { from: string; entryId: string }[] = [];
  for (const entry of entries) {
    const known = locked.get(entry);
    const current = known?.elsewhere ? undefined : known?.stored.find((v) => v.current && !v.moved);
    const failed = checkIfMatch(entry, current);
    if (failed) {
      outcomes.push(failed);
      continue;
    }
    if (!known || !entry.resource) {
      outcomes.push(await withdraw(tx, known, entry, current, ctx));
      continue;
    }
    if (entry.found && current && !current.withdrawn) {
      outcomes.push(outcomeOf(entry, "200 OK", current));
      continue;
    }
    const version = { ...versionOf(entry, ctx.timestamp, ctx.receivedAt), hash: entry.hash };
    const decision = known.elsewhere
      ? decideMove(known.stored, known.elsewhere.since, version)
      : decideVersion(known.stored, version);
    const { at } = version;
    if (decision.do === "refuse") outcomes.push(conflictOf(entry, decision.why));
    else if (decision.do === "append") {
      const { key } = decision;
      const { person, entryId, stored } = known;
      const supersedes = decision.current && stored.some((v) => v.current);
      const row = { id: newId(), person, entry, entryId, key, at, current: decision.current, supersedes };
      rows.push({ ...row, case: caseOf(cases, entry) });
      if (known.elsewhere) moved.push({ from: known.elsewhere.person, entryId });
      outcomes.push(written(entry, { key, at }, known.stored.length > 0));
    } else {
      if (decision.do === "touch") touched.push({ person: known.person, entryId: known.entryId, at });
      outcomes.push(outcomeOf(entry, "200 OK", { key: decision.key, at }));
    }
  }
  if (ctx.allOrNothing && outcomes.some((o) => !o.status.startsWith("2"))) return outcomes;
  const from = await withdrawElsewhere(tx, ctx, personId, moved);
  if (touched.length > 0) await touch(tx, touched);
  await appendEntries(tx, ctx, rows, hide);
  if (rows.length > 0) await moveCases(tx, { personId, cluster }, cases, rows, from);
  await labelCases(tx, labelled(rows, ctx));
  await awaitExplanation(tx, ctx, rows);
  return outcomes;
}

/** What a row says by its codes closes its case, and what the whole delivery is about closes all of it. */
function labelled(rows: NewRow[], ctx: DeliveryContext): LabelledCase[] {
  return rows.flatMap(({ person, entry, case: { id: caseId } }) => {
    const own = entry.resource ? labelsOf(entry.resource) : [];
    const whole = entry.type === "Patient" ? [] : (ctx.labels ?? []);
    const labels = [...new Set([...own, ...whole])];
    return labels.length > 0 ? [{ person, caseId, labels }] : [];
  });
}

function caseOf(cases: Cases, entry: Planned): Case {
  const found = cases.of.get(entry);
  if (!found) throw new Error("An entry without a case.");
  return found;
}

/** The same content was sent again later: it still held then, which orders it against what comes late. */
async function touch(tx: Tx, touched: { person: string; entryId: string; at: Date }[]): Promise<void> {
  await tx.sql`
    update entries e set version_at = s.at
    from unnest(${touched.map((t) => t.person)}::uuid[], ${touched.map((t) => t.entryId)}::uuid[], ${touched.map((t) => t.at.toISOString())}::timestamptz[]) as s (person_id, entry_id, at)
    where e.person_id = s.person_id and e.entry_id = s.entry_id and e.current and e.version_at < s.at`;
}

async function withdraw(
  tx: Tx,
  known: LockedEntry | undefined,
  entry: Planned,
  current: StoredVersion | undefined,
  ctx: DeliveryContext,
): Promise<EntryOutcome> {
  if (!known || !current) return outcomeOf(entry, "404 Not Found");
  await tx.sql`
    update entries set withdrawn_at = ${ctx.receivedAt}, withdrawn_reason = 'deleted'
    where person_id = ${known.person} and entry_id = ${known.entryId} and current and withdrawn_at is null`;
  return { ...outcomeOf(entry, "204 No Content", current), ...(current.withdrawn ? {} : { changed: true }) };
}
