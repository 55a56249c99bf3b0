import { describe, expect, test } from "vitest";
import type { ProxyScope } from "#app/domain/access/actor.ts";
import { listSources } from "#app/domain/health-book/list-sources.ts";
import { observationOf, patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const department = await store.addFacility("99002", "department");
const silent = await store.addFacility("99003", "station");
await store.addFacility("99004", "pharmacy");

const proxyOf = (personId: string, scope: ProxyScope) =>
  store.reader({
    kind: "proxy",
    personId: store.facilityId,
    assuranceLevel: 2,
    authenticatedAt: new Date(),
    represented: { personId, scope, legalKind: "guardian", endsAt: new Date(Date.now() + 1e9) },
  });

async function personWith(patientId: string, facilityId = store.facilityId): Promise<string> {
  const visit = {
    resourceType: "Encounter",
    id: `e-${patientId}`,
    status: "finished",
    class: { code: "AMB" },
    subject: { reference: `Patient/${patientId}` },
  };
  const result = observationOf(`o-${patientId}`, patientId, { encounter: { reference: `Encounter/e-${patientId}` } });
  const answer = await store.send(transaction(patientOf(patientId, someNumber()), visit, result), { facilityId });
  expect(answer.state).toBe("accepted");
  return store.personOfPatient(patientId, facilityId);
}

/** Closes everything the facility sent of a person, who they are included. */
const hideAll = (personId: string) => store.superuser`
  insert into hidden_cases (person_id, case_id) select distinct person_id, case_id from entries where person_id = ${personId}`;

describe("which facilities have sent", () => {
  test("are those of what is in the book, of whatever kind; those that send nothing are care providers", async () => {
    const view = await listSources(store.citizen(await personWith("so-1", department)));
    expect(view.sources.map((s) => [s.facilityKind, s.messages, s.sections])).toEqual([
      [
        "department",
        1,
        [
          { section: "results", count: 1 },
          { section: "visits", count: 1 },
        ],
      ],
    ]);
    expect([view.silent.map((s) => s.facility).sort(), view.mayHaveSent]).toEqual([
      ["Bệnh viện 99001", "Bệnh viện 99003"],
      false,
    ]);
    expect(silent).not.toBe(department);
  });

  test("may be among the silent ones where something is closed to the person, and that is said", async () => {
    const personId = await personWith("so-2");
    await hideAll(personId);
    const view = await listSources(store.citizen(personId));
    expect([view.sources, view.mayHaveSent]).toEqual([[], true]);
    expect(view.silent.length).toBe(2);
  });

  test("are told of nobody's silence to anybody else", async () => {
    const personId = await personWith("so-3");
    for (const scope of ["see", "pharmacy"] as const) {
      const view = await listSources(proxyOf(personId, scope));
      expect([view.silent, view.mayHaveSent]).toEqual([[], true]);
    }
  });
});
