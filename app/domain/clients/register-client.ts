import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { machineClients } from "#db/schema/clients.ts";
import type { RegisterClientInput } from "./input.ts";
import { storeKeys } from "./internal/store-keys.ts";

/** Registers a facility's system by its public keys, or by where it publishes them. Who may: operators. The same form twice registers one. */
export async function registerClient(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: RegisterClientInput,
): Promise<{ clientId: string } | { errors: FormErrors }> {
  requireFresh(ctx, "change-client");
  const clientId = `so-khoe-${input.idempotencyKey}`;
  return ctx.db.transaction({}, async (tx) => {
    const [facility] = await tx.sql`select from facilities where id = ${input.facilityId}`;
    if (!facility) return { errors: { facilityId: ["required"] } };
    const { facilityId, name, scopes, jwksUri } = input;
    const jwks = input.jwks ?? { keys: [] };
    const added = await tx.orm
      .insert(machineClients)
      .values({ clientId, facilityId, name, scopes, jwks, jwksUri })
      .onConflictDoNothing()
      .returning({ id: machineClients.clientId });
    if (added.length === 0) {
      const same = await tx.sql`
        select from machine_clients
        where client_id = ${clientId} and facility_id = ${facilityId} and name = ${name} and scopes = ${scopes} and jwks = ${JSON.stringify(jwks)}::jsonb and jwks_uri is not distinct from ${jwksUri ?? null}`;
      return same.length > 0 ? { clientId } : { errors: { "": ["already-sent"] } };
    }
    await storeKeys(tx, { clientId, jwks, now: ctx.now() });
    await recordAct(tx, ctx, {
      act: "client.registered",
      about: { kind: "client", id: clientId },
      detail: { scopes: scopes.join(" ") },
    });
    return { clientId };
  });
}
