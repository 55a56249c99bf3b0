import { setImmediate } from "node:timers/promises";
import { readStored, stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import type { EntryRow } from "./internal/entry-row.ts";
import type { PutBack } from "./internal/export/put-back.ts";
import { type RecordRow, readRows } from "./internal/export/read-rows.ts";
import { type ExportRow, toResource } from "./internal/export/to-resource.ts";
import { bookPerson } from "./internal/open-book.ts";
import { personQuery } from "./internal/queries.ts";
import { chooseParts } from "./internal/summary/choose.ts";
import { closureOf, type Resource } from "./internal/summary/closure.ts";
import { compositionOf, type SummaryWords } from "./internal/summary/composition.ts";
import { lean } from "./internal/summary/lean.ts";
import { patientOf } from "./internal/summary/patient.ts";

export interface SummaryInput extends SummaryWords {
  /** What stands for a name or number that nobody can put back. */
  inWords: (kind: string) => string;
}

/** "identity" for the name; "other" for devices and specimens that entries refer to. */
const SUMMARIZED = [...bookSections, "identity", "other"] as const;

/**
 * The International Patient Summary 2.0.1 of the open book as a FHIR R4 document Bundle in JSON text: what holds now, of a
 * repeated test the newest. An export like the whole record: the same proof, and the same visits closed.
 */
export async function summarizeRecord(ctx: Ctx, input: SummaryInput): Promise<string> {
  const record = await openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: SUMMARIZED,
    action: "export",
    subject: "summary",
    showHidden: false,
  });
  const named = record.decision.dataTypes.includes("identity");
  const { rows, directory, putBack } = await readRows(ctx, record, input.inWords);
  const [person] = await record.read((sql) => personQuery(sql, record.personId));
  const all = new Map(
    [...rows, ...directory].map((row) => {
      const resource: Resource = toResource({ ...row, source: null }, putBack);
      return [`${resource.resourceType}/${resource.id}`, resource];
    }),
  );
  await setImmediate();
  // After the Patients among them, of whom contacts in texts are put back.
  const parts = chooseParts(shownRows(rows, directory, putBack), ctx.now());
  const keyOf = new Map(rows.map((row) => [row.id, `${row.type}/${row.id}`]));
  const [composition, patient, author] = [newId(), newId(), newId()];
  const entries = closureOf({
    all,
    chosen: parts.flatMap((part) => part.entries.flatMap((id) => keyOf.get(id) ?? [])),
    patient: urn(patient),
    own: new Set(rows.filter((row) => row.type === "Patient").map((row) => `Patient/${row.id}`)),
  });
  const now = ctx.now().toISOString();
  return bundleOf(now, input.language, [
    compositionOf({
      id: composition,
      date: now,
      patient: urn(patient),
      author: urn(author),
      parts,
      urlOf: urn,
      words: input,
    }),
    patientOf({
      id: patient,
      person: bookPerson(ctx, record.personId, person),
      named,
      number: putBack.numberOf("personal_number"),
    }),
    { resourceType: "Device", id: author, deviceName: [{ name: input.author, type: "user-friendly-name" }] },
    ...entries.map(lean),
  ]);
}

const urn = (id: string): string => `urn:uuid:${id}`;

/** Entries as the book's pages map them, newest first, with the words put back that a copy may hold. */
function shownRows(rows: RecordRow[], directory: ExportRow[], putBack: PutBack): EntryRow[] {
  const medicines = new Map(
    directory.flatMap((row) => {
      const { code } = row.type === "Medication" ? readStored<{ code?: object }>(row.resource) : {};
      return code ? [[`${row.facilityId} Medication/${row.sourceId}`, stringifyFhirJson(code)]] : [];
    }),
  );
  const newestFirst = [...rows].sort((a, b) => (b.timeLow?.getTime() ?? 0) - (a.timeLow?.getTime() ?? 0));
  return newestFirst.map((row) => {
    const resource = readStored<Resource>(row.resource);
    putBack.resource(resource, row.facilityId);
    const { reference = "" } = (resource.medicationReference ?? {}) as { reference?: string };
    return {
      ...row,
      facility: row.shortName,
      withdrawn: row.status === "entered-in-error",
      visitId: null,
      hidden: false,
      resource: stringifyFhirJson(resource),
      medication: medicines.get(`${row.facilityId} ${reference}`) ?? null,
    };
  });
}

function bundleOf(timestamp: string, language: string, resources: Resource[]): string {
  const id = newId();
  return stringifyFhirJson({
    resourceType: "Bundle",
    id,
    meta: { profile: ["http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips"] },
    language,
    identifier: { system: "urn:ietf:rfc:3986", value: urn(id) },
    type: "document",
    timestamp,
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id ?? ""), resource })),
  });
}
