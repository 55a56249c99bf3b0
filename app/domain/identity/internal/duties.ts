import type { AssuranceLevel } from "#app/domain/access/actor.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import type { Duty, PersonActor } from "../view.ts";

/** What the person is while on this duty. @throws DomainError where a facility's role stands without one. */
export function actorOnDuty(
  { role, facilityId }: Duty,
  { personId, level, authenticatedAt }: { personId: string; level: AssuranceLevel; authenticatedAt: Date },
): PersonActor {
  const who = { personId, assuranceLevel: level, authenticatedAt };
  if (role === "operator" || role === "privacy-officer") return { kind: role, ...who };
  if (!facilityId) throw new DomainError("forbidden", "no-facility", "The role names no facility.");
  return { kind: role, facilityId, ...who };
}

/** In what role a session is used: on its duty, or as the person themself. */
export function actorOfSession(session: {
  personId: string;
  role: Duty["role"] | null;
  facilityId: string | null;
  level: AssuranceLevel;
  authenticatedAt: Date;
}): PersonActor {
  const { personId, role, facilityId, level, authenticatedAt } = session;
  return role
    ? actorOnDuty({ role, facilityId: facilityId ?? undefined }, { personId, level, authenticatedAt })
    : { kind: "citizen", personId, assuranceLevel: level, authenticatedAt };
}

/** The roles of a person, and of those merged with them, that are in force for sign-ins from this provider. */
export async function dutiesOf(
  tx: Pick<Tx, "sql">,
  { personId, issuer, now }: { personId: string; issuer: string; now: Date },
): Promise<Duty[]> {
  const rows = await tx.sql<{ role: Duty["role"]; facilityId: string | null }[]>`
    with ${ownCluster(tx.sql, personId)}
    select distinct r.role, r.facility_id as "facilityId" from own join staff_roles r on r.person_id = own.id
    where r.issuer = ${issuer} and r.valid_from <= ${now} and (r.valid_to is null or r.valid_to > ${now})`;
  return rows.map(({ role, facilityId }) => ({ role, facilityId: facilityId ?? undefined }));
}
