import type { JWK } from "jose";
import { v5 } from "uuid";
import { identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { registerClient } from "#app/domain/clients/register-client.ts";
import { addFacility } from "#app/domain/facilities/add-facility.ts";
import { noteSequence } from "#app/domain/feed-status/note-sequence.ts";
import { announceOutage } from "#app/domain/feeds/announce-outage.ts";
import { matchPerson } from "#app/domain/persons/match-person.ts";
import { addStaff } from "#app/domain/staff/add-staff.ts";
import { staffInput } from "#app/domain/staff/input.ts";
import { birthInterval } from "#app/shared/dates.ts";
import { entryIdOf, newId } from "#app/shared/ids.ts";
import { connect, type Db } from "#db/client.ts";
import { publicJwk } from "../demo/secrets.ts";
import { facilities, facility } from "./facilities.ts";
import { loadFacilityRegisters } from "./load-facility-registers.ts";
import { type Persona, persona, personas } from "./personas.ts";
import { hiddenCases, labelledCases, proxies } from "./stories/index.ts";

export const NAMESPACE = "5f0e7c3a-6d0b-4d53-9c1e-0d1a7f8f2b10";

/** Ids of the province's facilities and systems are the same in every sandbox. */
export const facilityId = (key: string): string => v5(`facility/${key}`, NAMESPACE);
const clientKey = (key: string): string => v5(`client/${key}`, NAMESPACE);
export const clientIdOf = (key: string): string => `so-khoe-${clientKey(key)}`;

export interface Sandbox {
  portal: Db;
  feed: Db;
  owner: Db;
  keys: KeyRing;
  issuer: string;
}

const LEGAL_BASIS = "Nghị định 102/2025/NĐ-CP, điều 10 và 23 (quản lý dữ liệu y tế); Quyết định 31/QĐ-BYT (06/01/2026)";

type Operator = Extract<Actor, { kind: "operator" }>;

/** Facilities, their systems, and who works where; through the operators' own verbs where there is one. */
export async function loadRegisters(sandbox: Sandbox, clients: Record<string, { jwk: JWK }>): Promise<void> {
  const operator: Ctx<Operator> = {
    db: sandbox.portal,
    keys: sandbox.keys,
    now: () => new Date(),
    requestId: "sandbox",
    actor: { kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() },
  };
  for (const { key, ...known } of facilities) {
    const added = await addFacility(operator, { idempotencyKey: facilityId(key), ...known, legalBasis: LEGAL_BASIS });
    if ("errors" in added) throw new Error(`The facility ${key} was not added: ${JSON.stringify(added.errors)}`);
  }
  for (const [key, { jwk }] of Object.entries(clients)) {
    const { shortName } = facility(key);
    await registerClient(operator, {
      idempotencyKey: clientKey(key),
      facilityId: facilityId(key),
      name: `HIS ${shortName}`,
      scopes: ["system/*.cud"],
      jwks: { keys: [publicJwk(jwk) as { kty: string; kid: string }] },
    });
  }
  await loadFacilityRegisters(operator, facilityId);
  for (const one of personas) await loadPersona(sandbox, operator, one);
}

/** Whoever works somewhere is on a roster; whoever has only a passport is known by it, as after a first sign-in. */
async function loadPersona(sandbox: Sandbox, operator: Ctx<Operator>, one: Persona): Promise<void> {
  const roles = one.roles.filter((role) => role !== "citizen");
  if (roles.length === 0 && !one.passport) return;
  await sandbox.portal.transaction({}, async (tx) => {
    const identifiers = [
      ...(one.personalNumber ? [{ kind: "personal_number" as const, system: "", value: one.personalNumber }] : []),
      ...(one.passport ? [{ kind: "passport" as const, system: "", value: one.passport }] : []),
    ];
    const said = {
      names: [one.name],
      birth: birthInterval(one.birthDate),
      sex: one.gender,
      deceasedOn: undefined,
      identifiers,
    };
    const match = await matchPerson(tx, said, {
      keys: sandbox.keys,
      assignerId: undefined,
      source: "sandbox",
      creatingKinds: ["personal_number", "passport"],
    });
    if ("quarantine" in match) throw new Error(`The persona ${one.key} cannot be matched: ${match.quarantine}`);
  });
  for (const role of roles) {
    const place = one.staffOf[0];
    const input = staffInput.parse({
      number: one.personalNumber,
      name: one.name,
      role,
      facilityId: place && role !== "operator" ? facilityId(place) : undefined,
      issuer: sandbox.issuer,
      degree: one.degree,
      licenceNumber: one.licence,
      validTo: one.licence && "2030-12-31",
    });
    const put = await addStaff(operator, input);
    if ("errors" in put) throw new Error(`${one.key} is not on the roster: ${JSON.stringify(put.errors)}`);
  }
}

/**
 * Labels, a hidden visit and proxies, in their real tables, once the hospitals have sent what they concern.
 * With the same `since` it can be done again after it was cut short.
 */
export async function loadCircumstances(sandbox: Sandbox, superuserUrl: string, since = new Date()): Promise<void> {
  await label(sandbox, superuserUrl, since);
  await unsettle(sandbox, superuserUrl, since);
  for (const { personaKey, facilityKey, encounterId } of hiddenCases) {
    const caseId = entryIdOf(facilityId(facilityKey), "Encounter", encounterId);
    await hide(sandbox, await personIdOf(sandbox, personaKey), caseId);
  }
  for (const proxy of proxies) {
    const [personId, helperId] = [await personIdOf(sandbox, proxy.person), await personIdOf(sandbox, proxy.helper)];
    await sandbox.owner.sql`
      insert into proxies (person_id, id, helper_id, legal_kind, scope, state, starts_at, ends_at)
      values (${personId}, ${v5(`proxy/${proxy.person}/${proxy.helper}`, NAMESPACE)}, ${helperId}, ${proxy.legalKind}, ${proxy.scope}, 'active',
        now() - interval '3 months', now() + make_interval(months => ${proxy.months})) on conflict do nothing`;
  }
}

/** Feeds as they are in life: one kind late, one station with a notice, one system that lost two messages. */
async function unsettle(sandbox: Sandbox, superuserUrl: string, since: Date): Promise<void> {
  const ctx = {
    db: sandbox.portal,
    keys: sandbox.keys,
    now: () => new Date(),
    requestId: "sandbox",
    actor: {
      kind: "operator",
      personId: v5("operator", NAMESPACE),
      assuranceLevel: 2,
      authenticatedAt: new Date(),
    } as const,
  };
  const days = (n: number) => new Date(since.getTime() + n * 86_400_000);
  const superuser = connect(superuserUrl, { applicationName: "sandbox", max: 1 });
  await superuser.sql`
    insert into feed_states (facility_id, kind, first_received_at, last_received_at) values (${facilityId("general-hospital")}, 'imaging', ${days(-200)}, ${days(-12)})
    on conflict (facility_id, kind) do update set first_received_at = excluded.first_received_at, last_received_at = excluded.last_received_at`;
  await superuser.close();
  await announceOutage(ctx, {
    idempotencyKey: v5("outage/commune-station", NAMESPACE),
    facilityId: facilityId("commune-station"),
    wholeProvince: false,
    ofKind: "",
    startsAt: days(-1),
    endsAt: days(5),
    textVi: "Trạm đang chuyển trụ sở nên chưa có mạng. Các mũi tiêm trong tuần này sẽ được gửi sau.",
    textEn: "The station is moving and has no network. This week’s vaccinations will be sent later.",
  });
  const regional = facilityId("regional-centre");
  await sandbox.feed.transaction({ "app.facility": regional }, async (tx) => {
    for (const number of [1, 2, 3, 4, 5, 8, 9]) await noteSequence(tx, regional, since, { stream: "his-1", number });
  });
}

/** No role of the application may label yet, so the sandbox does it as its own database's superuser. */
async function label(sandbox: Sandbox, superuserUrl: string, since: Date): Promise<void> {
  const superuser = connect(superuserUrl, { applicationName: "sandbox", max: 1 });
  for (const { personaKey, facilityKey, encounterId, label } of labelledCases) {
    const caseId = entryIdOf(facilityId(facilityKey), "Encounter", encounterId);
    await superuser.sql`
      insert into case_labels (person_id, case_id, label, set_by, set_at)
      values (${await personIdOf(sandbox, personaKey)}, ${caseId}, ${label}, 'facility', ${since}) on conflict do nothing`;
  }
  await superuser.close();
}

/** As the person's own act: under an event of their own, in a transaction that names it. */
async function hide(sandbox: Sandbox, personId: string, caseId: string): Promise<void> {
  const event = newId();
  await sandbox.portal.sql`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, actor_person_id, subject)
    values (${personId}, ${event}, 'permit', 'self', 'PATRQT', 'change', '{visits}', '{}', 'citizen', ${personId}, 'hide')`;
  await sandbox.portal.transaction({ "app.access_event": event }, async (tx) => {
    await tx.sql`
      insert into hidden_cases (person_id, case_id) select ${personId}, ${caseId}
      where not exists (select from hidden_cases where case_id = ${caseId} and shown_again_at is null)`;
  });
}

/** The person of a persona, as the store knows them. */
export async function personIdOf(sandbox: Pick<Sandbox, "portal" | "keys">, key: string): Promise<string> {
  const { personalNumber, passport } = persona(key);
  const identifier = personalNumber
    ? { kind: "personal_number" as const, scope: "", value: personalNumber }
    : { kind: "passport" as const, scope: "", value: passport ?? "" };
  const [hash] = identifierHashes(sandbox.keys, identifier);
  const [row] = await sandbox.portal.sql<{ id: string }[]>`
    select coalesce(p.merged_into, p.id) as id from identifier_lookup l join persons p on p.id = l.person_id where l.kind = ${identifier.kind} and l.hash = ${hash ?? Buffer.alloc(0)}`;
  if (!row) throw new Error(`The store does not know the persona ${key} yet.`);
  return row.id;
}
