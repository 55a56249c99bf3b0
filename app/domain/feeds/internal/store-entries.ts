import { seal } from "#app/adapters/keys/sealing.ts";
import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";
import { mainCode, mainStatus } from "#app/adapters/record-store/fhir-r4/code-and-status.ts";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { sectionOf } from "#app/domain/access/data-types.ts";
import { newId } from "#app/shared/ids.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { decideMove, decideVersion, type StoredVersion } from "../rules.ts";
import { type Cases, casesOf } from "./case-of.ts";
import type { DeliveryContext } from "./delivery.ts";
import { checkIfMatch } from "./if-match.ts";
import type { Case } from "./kept-cases.ts";
import { type LabelledCase, labelCases, labelsOf } from "./labels-at-the-door.ts";
import { type LockedEntry, lockEntries, withdrawElsewhere } from "./lock-entries.ts";
import { moveCases } from "./move-cases.ts";
import { conflictOf, type EntryOutcome, outcomeOf, written } from "./outcome.ts";
import { sealSource } from "./packages/seal-source.ts";
import type { Planned } from "./plan.ts";
import { type Hider, type SealedValue, sealIdentity } from "./seal-identity.ts";
import { versionOf } from "./version.ts";

interface NewRow {
  id: string;
  person: string;
  entry: Planned;
  entryId: string;
  key: string;
  at: Date;
  current: boolean;
  /** A version in the store is current until now. */
  supersedes: boolean;
  case: Case;
}

const CHUNK = 400;

/** Appends what is new of a person's entries, in the caller's transaction, and says what became of each. */
export async function storeEntries(
  tx: Tx,
  ctx: DeliveryContext,
  personId: string,
  entries: Planned[],
  hide: Hider,
): Promise<EntryOutcome[]> {
  const { locked, cluster } = await lockEntries(tx, ctx.facilityId, personId, entries);
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
      ? decideMove(known.stored, ctx.again ? undefined : known.elsewhere.since, version)
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
  for (let i = 0; i < rows.length; i += CHUNK) await append(tx, ctx, rows.slice(i, i + CHUNK), hide);
  if (rows.length > 0) await moveCases(tx, { personId, cluster }, cases, rows, from);
  await labelCases(tx, labelled(rows, ctx));
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

async function append(tx: Tx, ctx: DeliveryContext, rows: NewRow[], hide: Hider): Promise<void> {
  const superseded = rows.filter((r) => r.supersedes);
  const sealed: { person: string; id: string; sealed: Buffer }[] = [];
  const values = rows.map((row) => {
    const resource = row.entry.resource ?? { resourceType: row.entry.type };
    const time = clinicalTime(resource);
    const keep = (value: SealedValue) => {
      const belongs = { table: "sealed_values", owner: row.person, row: value.id };
      sealed.push({ person: row.person, id: value.id, sealed: seal(ctx.keys, belongs, value.json) });
    };
    for (const value of sealIdentity(resource, hide)) keep(value);
    const form = row.entry.source && sealSource(row.entry.source, hide);
    if (form?.sealed) keep(form.sealed);
    const code = mainCode(resource);
    return {
      id: row.id,
      person_id: row.person,
      entry_id: row.entryId,
      resource_type: row.entry.type,
      source_id: row.entry.sourceId,
      version_key: row.key,
      version_at: row.at.toISOString(),
      content_hash: `\\x${row.entry.hash.toString("hex")}`,
      current: row.current,
      case_id: row.case.id,
      case_is_visit: row.case.visit,
      section: sectionOf(row.entry.type),
      time_low: time?.low.toISOString() ?? null,
      time_high: time?.high?.toISOString() ?? null,
      time_precision: time?.precision ?? null,
      code: code.code ?? null,
      code_system: code.system ?? null,
      status: mainStatus(resource) ?? null,
      resource,
      source: form?.source ?? null,
    };
  });
  if (superseded.length > 0) {
    await tx.sql`
      update entries e set current = false
      from unnest(${superseded.map((r) => r.person)}::uuid[], ${superseded.map((r) => r.entryId)}::uuid[]) as s (person_id, entry_id)
      where e.person_id = s.person_id and e.entry_id = s.entry_id and e.current`;
  }
  const appended = tx.sql`
    insert into entries (person_id, id, entry_id, facility_id, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, case_is_visit, section, time_low, time_high, time_precision, code, code_system, status, message_id, message_hash, received_at, resource, source)
    select person_id, id, entry_id, ${ctx.facilityId}, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, case_is_visit, section, time_low, time_high, time_precision, code, code_system, status, ${ctx.messageId}, ${ctx.digest}, ${ctx.receivedAt}, resource, source
    from jsonb_to_recordset(${stringifyFhirJson(values)}::jsonb) as r (
      person_id uuid, id uuid, entry_id uuid, resource_type text, source_id text, version_key text, version_at timestamptz, content_hash bytea,
      current boolean, case_id uuid, case_is_visit boolean, section text, time_low timestamptz, time_high timestamptz, time_precision text, code text, code_system text,
      status text, resource jsonb, source jsonb)`;
  const kept =
    sealed.length > 0 &&
    tx.sql`
    insert into sealed_values (person_id, id, facility_id, sealed)
    select person_id, id, ${ctx.facilityId}, sealed
    from unnest(${sealed.map((s) => s.person)}::uuid[], ${sealed.map((s) => s.id)}::uuid[], ${byteaArray(
      tx.sql,
      sealed.map((s) => s.sealed),
    )}) as s (person_id, id, sealed)`;
  await Promise.all([appended, kept]);
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
