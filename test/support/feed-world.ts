import { type Province, registerProvince } from "./province.ts";
import { type Answered, ask } from "./raw-http.ts";
import type { Json } from "./record-store.ts";
import { rowCounts } from "./row-counts.ts";
import { type TestDb, testDb } from "./test-db.ts";
import { startWorld, type World } from "./world.ts";

export interface FhirAnswer extends Answered {
  body: Json;
}

/** A portal with the province's facilities and their systems, and nothing received yet. */
export async function feedWorld(settings: Record<string, string> = {}) {
  const db: TestDb = await testDb();
  const world: World = await startWorld(db, {}, settings);
  const province: Province = await registerProvince(db, world);
  const superuser = db.raw("superuser");
  const port = Number(new URL(world.origin).port);
  const systems = new Map<string, ReturnType<Province["system"]>>();

  async function bearer(key: string): Promise<{ authorization: string }> {
    const system = systems.get(key) ?? province.system(key);
    systems.set(key, system);
    return { authorization: `Bearer ${await system.accessToken()}` };
  }

  /** One delivery of a facility's system, as it is on the wire. */
  async function deliver(
    body: object | string | Uint8Array,
    {
      from = "clinic",
      at = port,
      target = "/fhir",
      ...headers
    }: { from?: string; at?: number; target?: string; [header: string]: string | number | undefined } = {},
  ): Promise<FhirAnswer> {
    const sent = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const answer = await ask(at, {
      method: "POST",
      target,
      headers: {
        "content-type": target === "/fhir" ? "application/fhir+json" : "application/xml",
        ...(await bearer(from)),
        ...given,
      },
      body: sent,
    });
    return { ...answer, body: JSON.parse(answer.text) };
  }

  return { db, world, province, superuser, port, bearer, deliver, rowCounts: () => rowCounts(superuser) };
}

interface Outcome {
  issue: { severity: string; details: { coding: { code: string }[] }; diagnostics: string; expression?: string[] }[];
}

/** Codes of an OperationOutcome's issues. */
export const codesOf = (body: Json): string[] =>
  (body as unknown as Outcome).issue.map((i) => i.details.coding[0]?.code ?? "");

/** Status and issue codes of each entry of a Bundle's answer. */
export const statusesOf = (body: Json): string[] =>
  (body.entry as { response: { status: string; outcome?: Json } }[]).map(({ response }) =>
    [response.status.slice(0, 3), ...(response.outcome ? codesOf(response.outcome) : [])].join(" "),
  );
