import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";

/**
 * Suspends a system, which takes no more than a press, or lets it in again, which asks for fresh proof. Who may: operators. Its tokens are refused on their next
 * use. @throws DomainError `not-found`.
 */
export async function suspendClient(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { clientId: string; suspended: boolean },
): Promise<void> {
  if (!input.suspended) requireFresh(ctx, "change-client");
  await ctx.db.transaction({}, async (tx) => {
    const changed = await tx.sql`
      update machine_clients set suspended_at = ${input.suspended ? ctx.now() : null}
      where client_id = ${input.clientId} and (suspended_at is null) = ${input.suspended}`;
    if (changed.count === 1) {
      await recordAct(tx, ctx, {
        act: input.suspended ? "client.suspended" : "client.resumed",
        about: { kind: "client", id: input.clientId },
      });
      return;
    }
    const [known] = await tx.sql`select from machine_clients where client_id = ${input.clientId}`;
    if (!known) throw new DomainError("not-found", "no-such-client", "There is no such client.");
  });
}
