import { setImmediate } from "node:timers/promises";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import { heldColumn } from "./internal/entry-row.ts";
import { type EntryRow, messagesOf } from "./internal/export/messages-of.ts";
import { PutBack, type SealedRows } from "./internal/export/put-back.ts";
import { type ExportRow, toResource } from "./internal/export/to-resource.ts";
import { ofRecord } from "./internal/queries.ts";
import type { Held } from "./view.ts";

const EXPORTED = [...bookSections, "identity", "money", "other"] as const;

export interface ExportInput {
  /** What the addresses of resources begin with. */
  base: string;
  /** In the reader's words, in every file alike: that hidden and protected cases are not in it. */
  leftOut: string;
  /** In the reader's words, for a result that is not shown yet: what it is, and when it appears at the latest. */
  waits: (held: Held) => string;
  /** What stands for a name or number that nobody can put back. */
  inWords: (kind: string) => string;
}

/**
 * The whole record as a FHIR R4 Bundle (type collection) in JSON text: what holds now, with names and numbers
 * put back, or said by `inWords` to be missing, each source row beside what it means, and a Provenance for each
 * message. All of it is read at once, so that nobody's slow line holds a connection, and written in parts. Who may: the person, and whom they let act for them.
 */
export async function exportRecord(
  ctx: Ctx,
  input: ExportInput,
): Promise<{ parts: AsyncGenerator<string>; resources: number }> {
  const record = await openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: EXPORTED,
    action: "export",
    subject: "record",
    showHidden: false,
  });
  // Who people are comes back only to whom the decision opens it; to others words stand for it.
  const ids = record.decision.dataTypes.includes("identity") ? record.personIds : [];
  const [rows, directory, persons, identifiers, values] = await record.readAll<
    [EntryRow[], ExportRow[], SealedRows["persons"], SealedRows["identifiers"], SealedRows["values"]]
  >((sql) => [
    sql<EntryRow[]>`
      select e.resource_type as type, e.source_id as "sourceId", e.facility_id as "facilityId", e.version_key as "versionKey",
        e.version_at as "versionAt", e.resource::text as resource, e.source, e.message_id as "messageId", e.message_hash as digest,
        e.received_at as "receivedAt", f.code5, f.name as facility, ${heldColumn(sql)} as held
      from entries e left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
      where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null
      order by e.resource_type <> 'Patient', e.time_low, e.entry_id`,
    sql<ExportRow[]>`
      select d.resource_type as type, d.source_id as "sourceId", d.facility_id as "facilityId", d.version_key as "versionKey",
        d.version_at as "versionAt", d.resource::text as resource, null as source
      from directory_entries d
      where d.current and (d.facility_id, d.resource_type || '/' || d.source_id) in (
        select e.facility_id, r #>> '{}' from entries e cross join lateral jsonb_path_query(e.resource, 'strict $.**.reference') r
        where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null)`,
    sql<SealedRows["persons"]>`select id, demographics from persons where id = any(${ids}::uuid[])`,
    sql<SealedRows["identifiers"]>`
      select person_id as "personId", id, sealed from identifiers where person_id = any(${ids}::uuid[]) and kind <> 'oidc_subject'`,
    sql<SealedRows["values"]>`
      select person_id as "personId", id, sealed from sealed_values where person_id = any(${ids}::uuid[])`,
  ]);
  const putBack = new PutBack(ctx.keys, { persons, identifiers, values }, input.inWords);
  const shown = rows.filter((row) => !row.held);
  const waiting = rows.flatMap(({ held }) => held ?? []);
  const messages = messagesOf(shown);
  return {
    parts: written(ctx, input, { rows: [...shown, ...directory], waiting, messages }, putBack),
    resources: shown.length + directory.length + messages.length,
  };
}

/** About so many characters at a time; in between others get their turn. */
const PART = 65_536;

interface Exported {
  rows: ExportRow[];
  waiting: Held[];
  messages: ReturnType<typeof messagesOf>;
}

async function* written(
  ctx: Ctx,
  input: ExportInput,
  { rows, waiting, messages }: Exported,
  putBack: PutBack,
): AsyncGenerator<string> {
  const head = { resourceType: "Bundle", id: newId(), type: "collection", timestamp: ctx.now().toISOString() };
  let part = `${JSON.stringify(head).slice(0, -1)},"entry":[`;
  for (const row of rows) {
    const resource = toResource(row, putBack);
    part += `${stringifyFhirJson({ fullUrl: `${input.base}/${resource.resourceType}/${resource.id}`, resource })},`;
    if (part.length < PART) continue;
    yield part;
    part = "";
    await setImmediate();
  }
  for (const one of messages)
    part += `${JSON.stringify({ fullUrl: `${input.base}/Provenance/${one.id}`, resource: one })},`;
  for (const held of waiting) part += `${JSON.stringify(leftOutEntry(input.waits(held)))},`;
  yield `${part}${JSON.stringify(leftOutEntry(input.leftOut))}]}`;
}

/** FHIR's own way to say that something was left out; it stands in every file, so that it tells nothing. */
function leftOutEntry(text: string): object {
  const id = newId();
  const issue = [{ severity: "information", code: "suppressed", details: { text } }];
  return { fullUrl: `urn:uuid:${id}`, resource: { resourceType: "OperationOutcome", id, issue } };
}
