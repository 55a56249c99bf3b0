import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { DiagnosticReport, Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { sectionOfResource } from "#app/domain/access/data-types.ts";
import { heldBy } from "#app/domain/access/release-rules.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { NewRow } from "./append-entries.ts";
import type { DeliveryContext } from "./delivery.ts";

type Result = Observation | DiagnosticReport;

interface Found {
  person: string;
  entryId: string;
  result: Result;
  members: string[];
}

/** Kinds that nobody explains: what was measured on the spot, and pictures, whose report is a result of its own. */
const UNEXPLAINED = new Set(["vital-signs", "activity", "social-history", "survey"]);

/**
 * Of what is new: the results that wait before they are shown, with all they are made of or stand in, and those that
 * clinicians of the facility may explain – a report once, and not each of its values.
 */
export async function awaitExplanation(tx: Tx, ctx: DeliveryContext, rows: NewRow[]): Promise<void> {
  const found = rows.flatMap((row) => resultOf(row, ctx.facilityId) ?? []);
  if (found.length === 0) return;
  await Promise.all([hold(tx, ctx, found), list(tx, ctx, found)]);
}

function resultOf({ person, entryId, entry: { resource }, current }: NewRow, facilityId: string): Found | undefined {
  if (!current || (resource?.resourceType !== "Observation" && resource?.resourceType !== "DiagnosticReport"))
    return undefined;
  const result = resource as unknown as Result;
  if (sectionOfResource(resource) !== "results") return undefined;
  const named =
    result.resourceType === "DiagnosticReport"
      ? [...(result.result ?? []), ...(result.imagingStudy ?? [])]
      : (result.hasMember ?? []);
  const members = named.flatMap(({ reference }) => {
    const target = reference ? relativeTarget(reference) : undefined;
    return target ? [entryIdOf(facilityId, target.type, target.sourceId)] : [];
  });
  return { person, entryId, result, members };
}

/** A report that waits holds its values back, and a value that waits its report: either would tell. */
async function hold(tx: Tx, ctx: DeliveryContext, found: Found[]): Promise<void> {
  const held = new Map<string, { class: string; appearsAt: Date }>();
  for (const { entryId, result } of found) {
    const rule = heldBy(result, ctx.receivedAt);
    if (rule) held.set(entryId, rule);
  }
  if (held.size === 0) return;
  for (const { entryId, members } of found) {
    const own = held.get(entryId) ?? members.map((member) => held.get(member)).find(Boolean);
    if (!own) continue;
    held.set(entryId, own);
    for (const member of members) if (!held.has(member)) held.set(member, own);
  }
  const person = found[0]?.person ?? "";
  const of = new Map(found.map((one) => [one.entryId, one.person]));
  const rows = [...held].map(([entryId, rule]) => ({
    person_id: of.get(entryId) ?? person,
    entry_id: entryId,
    class: rule.class,
    appears_at: rule.appearsAt,
  }));
  await tx.sql`
    insert into result_holds (person_id, entry_id, facility_id, class, appears_at)
    select person_id, entry_id, ${ctx.facilityId}, class, appears_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h (person_id uuid, entry_id uuid, class text, appears_at timestamptz)
    on conflict do nothing`;
}

async function list(tx: Tx, ctx: DeliveryContext, found: Found[]): Promise<void> {
  const within = new Set(found.flatMap(({ members }) => members));
  const rows = found
    .filter(
      ({ entryId, result }) => !within.has(entryId) && !UNEXPLAINED.has(result.category?.[0]?.coding?.[0]?.code ?? ""),
    )
    .map(({ entryId, person, members }) => ({ entry_id: entryId, person_id: person, members: members.slice(0, 200) }));
  if (rows.length === 0) return;
  await tx.sql`
    insert into result_inbox (facility_id, entry_id, person_id, members, received_at)
    select ${ctx.facilityId}, entry_id, person_id, members, ${ctx.receivedAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h (entry_id uuid, person_id uuid, members uuid[])
    on conflict (facility_id, entry_id) do update set person_id = excluded.person_id, members = excluded.members`;
}
