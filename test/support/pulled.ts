import { afterAll, beforeEach } from "vitest";
import { reachOf } from "#app/adapters/fhir-server/reach.ts";
import { loadClientKey, makeClientKey } from "#app/adapters/signing/client-key.ts";
import { receiveResources } from "#app/domain/feeds/receive-resources.ts";
import { type PullLimits, pullDueSources } from "#app/domain/pulled/pull-due-sources.ts";
import { type Fault, type FhirServer, startFhirServer } from "#test/sandbox/hospital-systems/fhir-server/server.ts";
import { complete } from "./complete.ts";
import { type Json, observationOf, patientOf, recordStore, someNumber } from "./record-store.ts";

/** A store, a hospital's FHIR server with one source row for it, and a clock that only tests move. */
export async function pulledWorld() {
  const store = await recordStore();
  const { superuser, facilityId } = store;
  await makeClientKey(store.keys.folder, { sandbox: true });
  const clientKey = loadClientKey(store.keys.folder);
  const server = await startFhirServer({ client: { id: "so-khoe", publicJwk: clientKey?.publicJwk ?? {} } });
  afterAll(() => server.close());

  let clock = new Date();
  const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
  const ctx = {
    db: store.db.connect("worker", { max: 8 }),
    now: () => clock,
    feed: { db: store.feed, keys: store.keys },
    clientKey,
    reach: reachOf(["127.0.0.0/8", "::1/128"]),
  };

  let times = 0;
  const nextMoment = () => new Date(Date.UTC(2026, 10, 1, 0, 0, times++)).toISOString();
  const at = (resource: Json, lastUpdated = nextMoment()) => ({
    ...complete(resource),
    resourceType: String(resource.resourceType),
    id: String(resource.id),
    meta: { lastUpdated },
  });

  async function pointAt(to: FhirServer, facility: string, types = "{Patient,Observation}"): Promise<void> {
    await superuser`
      insert into pulled_sources (facility_id, base_url, client_id, key_id, resource_types, every_minutes, next_try_at)
      values (${facility}, ${to.baseUrl}, 'so-khoe', ${clientKey?.kid ?? ""}, ${types}, 60, ${clock})`;
  }
  beforeEach(async () => {
    Object.assign(server, { fault: undefined, resources: [], asked: [], tokenSeconds: 300 });
    later(300);
    await superuser`delete from pulled_cursors`;
    await superuser`delete from pulled_sources`;
    await pointAt(server, facilityId);
  });

  return {
    store,
    server,
    ctx,
    clock: () => clock,
    later,
    at,
    pointAt,
    /** A person and some results, as the server has them. */
    chart: (id: string, results: number) => [
      at(patientOf(id, someNumber())),
      ...Array.from({ length: results }, (_, i) => at(observationOf(`${id}-${i}`, id))),
    ],
    /** As the job does it, with other limits. */
    pullWith: (limits: Partial<PullLimits>) =>
      pullDueSources({
        ...ctx,
        limits,
        deliver: (...args) => receiveResources({ ...ctx.feed, now: ctx.now }, ...args),
      }),
    kept: async (like: string) =>
      Number((await superuser`select count(*)::int as n from entries where source_id like ${like} and current`)[0]?.n),
    source: async () =>
      (
        await superuser<SourceRow[]>`
      select state, failures, last_failure as fault, last_failure_type as type, next_try_at as next, last_success_at as success
      from pulled_sources where facility_id = ${facilityId}`
      )[0],
    searches: (type: string) => server.asked.filter((a) => a.startsWith(`/fhir/${type}?`)),
  };
}

interface SourceRow {
  state: string;
  failures: number;
  fault: string | null;
  type: string | null;
  next: Date;
  success: Date | null;
}

/** Answers every search of a type so. */
export const answering =
  (status: number, body: string, headers: Record<string, string> = {}, type = "Observation"): Fault =>
  (req, res) => {
    if (!req.url?.startsWith(`/fhir/${type}?`)) return false;
    res.writeHead(status, { "content-type": "application/fhir+json", ...headers });
    res.end(body);
    return true;
  };

/** A page of a search. */
export const pageOf = (resources: object[], next?: string): string =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "searchset",
    link: next ? [{ relation: "next", url: next }] : [],
    entry: resources.map((resource) => ({ resource })),
  });
