import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { safeSourceId } from "#app/domain/feeds/internal/source-id.ts";
import { type IncomingMessage, type MessageAnswer, receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { findOrCreatePerson } from "#app/domain/persons/find-or-create-person.ts";
import { newId } from "#app/shared/ids.ts";
import { complete } from "./complete.ts";
import { testKeys } from "./keys.ts";
import { rowCounts } from "./row-counts.ts";
import { testDb } from "./test-db.ts";

export const CCCD = "http://fhir.ehealth.gov.vn/core/sid/cccd";

export type Json = Record<string, unknown>;
export interface Entry {
  fullUrl?: string;
  resource?: Json;
  request?: Json;
}

let numbers = 0;
/** A well-formed personal number nobody else of this test file has. */
export const someNumber = (): string => `001${String(900_000_000 + numbers++)}`;

/** The store as a feed and a reader see it, with one facility, over this test file's own database. */
export async function recordStore() {
  const db = await testDb();
  const keys = testKeys();
  const superuser = db.raw("superuser", 4);
  const feed = db.connect("feed", { max: 12 });
  const portal = db.connect("portal");

  async function addFacility(code5: string, kind = "hospital"): Promise<string> {
    const id = newId();
    await superuser`insert into facilities (id, kind, legal_basis) values (${id}, ${kind}, 'test')`;
    await superuser`
      insert into facility_names (facility_id, valid_from, code5, name, short_name)
      values (${id}, '2020-01-01', ${code5}, ${`Bệnh viện ${code5}`}, ${`BV ${code5}`})`;
    return id;
  }
  const facilityId = await addFacility("99001");

  function send(body: unknown, changes: Partial<IncomingMessage> & { now?: Date } = {}): Promise<MessageAnswer> {
    const { now, ...rest } = changes;
    const bytes =
      body instanceof Uint8Array
        ? body
        : new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
    return receiveMessage(
      { db: feed, keys, now: () => now ?? new Date() },
      { facilityId, channel: "api", clientId: "test", bytes, allowSingle: false, ...rest },
    );
  }

  const citizen = (personId: string): Ctx =>
    reader({ kind: "citizen", personId, assuranceLevel: 3, authenticatedAt: new Date() });
  const reader = <A extends Actor>(actor: A): Ctx<A> => ({
    db: portal,
    keys,
    actor,
    now: () => new Date(),
    requestId: "test",
  });

  return {
    db,
    keys,
    superuser,
    feed,
    portal,
    facilityId,
    addFacility,
    send,
    citizen,
    reader,
    /** The person of a number, made if need be, as the import command does it. */
    personOf: (number: string) => portal.transaction({}, (tx) => findOrCreatePerson(tx, keys, number)),
    /** The person of a Patient the facility sent under this id. */
    personOfPatient: async (id: string, facility = facilityId): Promise<string> => {
      const [row] = await superuser<{ person: string }[]>`
        select person_id as person from entry_lookup
        where facility_id = ${facility} and resource_type = 'Patient' and source_id = ${safeSourceId(keys, "Patient", id)}`;
      return row?.person ?? "";
    },
    /** Every version kept of one resource, oldest receipt first. */
    versionsOf: (type: string, sourceId: string, facility = facilityId) => superuser<Version[]>`
      select person_id as person, version_key as key, current, withdrawn_at is not null as withdrawn, status, case_id as "caseId", entry_id as "entryId",
        resource, resource::text as text
      from entries where facility_id = ${facility} and resource_type = ${type} and source_id = ${safeSourceId(keys, type, sourceId)} order by received_at, id`,
    rowCounts: () => rowCounts(superuser),
  };
}

export interface Version {
  person: string;
  key: string;
  current: boolean;
  withdrawn: boolean;
  status: string | null;
  caseId: string;
  entryId: string;
  resource: Json;
  text: string;
}

export const patientOf = (id: string, number: string | undefined, elements: Json = {}): Json => ({
  resourceType: "Patient",
  id,
  ...(number ? { identifier: [{ system: CCCD, value: number }] } : {}),
  ...elements,
});

export const observationOf = (id: string | undefined, patientId: string, elements: Json = {}): Json => ({
  resourceType: "Observation",
  ...(id ? { id } : {}),
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "4548-4" }], text: "HbA1c" },
  subject: { reference: `Patient/${patientId}` },
  effectiveDateTime: "2026-11-01",
  ...(Object.keys(elements).some((name) => name.startsWith("value"))
    ? {}
    : { valueQuantity: { value: 7.2, unit: "%" } }),
  ...elements,
});

/** An entry that puts a resource under its id, or posts one without an id. */
export const entryOf = (resource: Json, request: Json = {}): Entry => ({
  resource,
  request: {
    method: resource.id ? "PUT" : "POST",
    url: resource.id ? `${resource.resourceType}/${resource.id}` : resource.resourceType,
    ...request,
  },
});

export const deleteOf = (url: string, request: Json = {}): Entry => ({
  request: { method: "DELETE", url, ...request },
});

/** A Bundle of resources and entries. */
export const bundleOf = (
  type: "transaction" | "batch" | "document",
  parts: (Json | Entry)[],
  elements: Json = {},
): Json => ({
  resourceType: "Bundle",
  type,
  ...elements,
  entry: parts
    .map((part) => ("resourceType" in part ? entryOf(part as Json) : (part as Entry)))
    .map((entry) => (entry.resource ? { ...entry, resource: complete(entry.resource) } : entry)),
});

export const transaction = (...parts: (Json | Entry)[]): Json => bundleOf("transaction", parts);
export const batch = (...parts: (Json | Entry)[]): Json => bundleOf("batch", parts);

interface OutcomeIssue {
  severity: string;
  diagnostics: string;
  expression?: string[];
  details: { coding: { code: string }[] };
}

const codeOf = (issue: OutcomeIssue): string => issue.details.coding[0]?.code ?? "";

/** Codes of an OperationOutcome, with the place where there is one. */
export const issuesOf = (answer: MessageAnswer): string[] =>
  ((answer.body as { issue?: OutcomeIssue[] }).issue ?? []).map((i) => [codeOf(i), ...(i.expression ?? [])].join(" "));

/** Status and issue codes of each entry of a Bundle that was answered entry by entry. */
export const entriesOf = (answer: MessageAnswer): string[] => {
  const { entry } = answer.body as { entry: { response: { status: string; outcome?: { issue: OutcomeIssue[] } } }[] };
  return entry.map(({ response }) =>
    [response.status.slice(0, 3), ...(response.outcome?.issue ?? []).map(codeOf)].join(" "),
  );
};
