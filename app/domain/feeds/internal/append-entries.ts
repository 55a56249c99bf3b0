import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";
import { mainCode, mainStatus } from "#app/adapters/record-store/fhir-r4/code-and-status.ts";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { sectionOfResource } from "#app/domain/access/data-types.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import type { DeliveryContext } from "./delivery.ts";
import type { Hider } from "./hider.ts";
import type { Case } from "./kept-cases.ts";
import { sealSource } from "./packages/seal-source.ts";
import type { Planned } from "./plan.ts";
import { sealIdentity } from "./seal-identity.ts";
import { SealedValues } from "./sealed-values.ts";
import { searchWords } from "./search-words.ts";

/** A version that is new in the store. */
export interface NewRow {
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

/** Writes new versions, who people are taken out of them; what they supersede is current no more. */
export async function appendEntries(tx: Tx, ctx: DeliveryContext, rows: NewRow[], hide: Hider): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) await append(tx, ctx, rows.slice(i, i + CHUNK), hide);
}

async function append(tx: Tx, ctx: DeliveryContext, rows: NewRow[], hide: Hider): Promise<void> {
  const sealed = new SealedValues(ctx.keys);
  const folded = new Map<string, string[]>();
  const values = `[${rows.map((row) => written(row, hide, sealed, folded)).join(",")}]`;
  const superseded = rows.filter((r) => r.supersedes);
  const before =
    superseded.length > 0 &&
    tx.sql`
      update entries e set current = false
      from unnest(${superseded.map((r) => r.person)}::uuid[], ${superseded.map((r) => r.entryId)}::uuid[]) as s (person_id, entry_id)
      where e.person_id = s.person_id and e.entry_id = s.entry_id and e.current`;
  const appended = tx.sql`
    insert into entries (person_id, id, entry_id, facility_id, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, case_is_visit, section, time_low, time_high, time_precision, code, code_system, status, message_id, message_hash, received_at, resource, source, words)
    select person_id, id, entry_id, ${ctx.facilityId}, resource_type, source_id, version_key, version_at, content_hash, current,
      case_id, case_is_visit, section, time_low, time_high, time_precision, code, code_system, status, ${ctx.messageId}, ${ctx.digest}, ${ctx.receivedAt}, resource, source, words
    from jsonb_to_recordset(${values}::jsonb) as r (
      person_id uuid, id uuid, entry_id uuid, resource_type text, source_id text, version_key text, version_at timestamptz, content_hash bytea,
      current boolean, case_id uuid, case_is_visit boolean, section text, time_low timestamptz, time_high timestamptz, time_precision text, code text, code_system text,
      status text, resource jsonb, source jsonb, words text)`;
  const { kept } = sealed;
  const beside =
    kept.length > 0 &&
    tx.sql`
    insert into sealed_values (person_id, id, facility_id, sealed)
    select person_id, id, ${ctx.facilityId}, sealed
    from unnest(${kept.map((s) => s.person)}::uuid[], ${kept.map((s) => s.id)}::uuid[], ${byteaArray(
      tx.sql,
      kept.map((s) => s.sealed),
    )}) as s (person_id, id, sealed)`;
  await Promise.all([before, appended, beside]);
}

/** The row as JSON; resource and source are written for themselves, for few of them hold a number that costs time. */
function written(row: NewRow, hide: Hider, sealed: SealedValues, folded: Map<string, string[]>): string {
  const { entry, person } = row;
  const resource = entry.resource ?? { resourceType: entry.type };
  const time = clinicalTime(resource);
  const keep = (json: string) => sealed.keep(person, json);
  sealIdentity(resource, hide, keep);
  const source = entry.source && sealSource(entry.source, hide, keep);
  const code = mainCode(resource);
  const columns = JSON.stringify({
    id: row.id,
    person_id: person,
    entry_id: row.entryId,
    resource_type: entry.type,
    source_id: entry.sourceId,
    version_key: row.key,
    version_at: row.at,
    content_hash: `\\x${entry.hash.toString("hex")}`,
    current: row.current,
    case_id: row.case.id,
    case_is_visit: row.case.visit,
    section: sectionOfResource(resource),
    time_low: time?.low,
    time_high: time?.high,
    time_precision: time?.precision,
    code: code.code,
    code_system: code.system,
    status: mainStatus(resource),
    words: searchWords(resource, folded),
  });
  const form = source ? `,"source":${JSON.stringify(source)}` : "";
  return `${columns.slice(0, -1)},"resource":${stringifyFhirJson(resource)}${form}}`;
}
