import { loadClientKey } from "#app/adapters/signing/client-key.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { PulledSourceInput } from "./input.ts";
import { pulledTypes } from "./rules.ts";

/** Has a facility's FHIR server asked from now on, or changes how. Who may: operators. */
export async function addSource(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: PulledSourceInput,
  keysDir: string,
): Promise<{ facilityId: string } | { errors: FormErrors }> {
  const { facilityId, baseUrl, tokenUrl = null, clientId = null, everyMinutes } = input;
  const keyId = loadClientKey(keysDir)?.kid;
  if (clientId && !keyId) return { errors: { clientId: ["no-client-key"] } };
  // The types of one round, persons first: everything else refers to them.
  const types = pulledTypes.filter((type) => input.resourceTypes.includes(type));
  return ctx.db.transaction({}, async (tx) => {
    const [facility] = await tx.sql`select from facilities where id = ${facilityId}`;
    if (!facility) return { errors: { facilityId: ["required"] } };
    const [before] = await tx.sql<{ baseUrl: string }[]>`
      select base_url as "baseUrl" from pulled_sources where facility_id = ${facilityId} for update`;
    // How far another server was read says nothing of this one.
    if (before && before.baseUrl !== baseUrl)
      await tx.sql`delete from pulled_cursors where facility_id = ${facilityId}`;
    await tx.sql`
      insert into pulled_sources (facility_id, base_url, token_url, client_id, key_id, resource_types, every_minutes)
      values (${facilityId}, ${baseUrl}, ${tokenUrl}, ${clientId}, ${clientId ? (keyId ?? null) : null}, ${types}, ${everyMinutes})
      on conflict (facility_id) do update set base_url = excluded.base_url, token_url = excluded.token_url, client_id = excluded.client_id,
        key_id = excluded.key_id, resource_types = excluded.resource_types, every_minutes = excluded.every_minutes,
        state = 'closed', failures = 0, next_try_at = ${ctx.now()}, suspended_at = null, lease = null, lease_until = null`;
    await recordAct(tx, ctx, {
      act: "pulled.added",
      about: { kind: "facility", id: facilityId },
      detail: { host: new URL(baseUrl).host, types: types.length, everyMinutes },
    });
    await tx.sql`select enqueue('pull-sources', '{}', 'pull-sources')`;
    return { facilityId };
  });
}
