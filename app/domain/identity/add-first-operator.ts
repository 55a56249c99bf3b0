import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { findOrCreatePerson } from "#app/domain/persons/find-or-create-person.ts";
import { DomainError } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";

/**
 * Puts the first operator on an empty roster, by personal number and the provider they sign in with.
 * Who may: whoever can run commands with the portal's keys. @throws DomainError `conflict` when there is one.
 */
export async function addFirstOperator(
  ctx: { db: Db; keys: KeyRing; now: () => Date },
  input: { issuer: string; number: string },
): Promise<void> {
  if (!URL.canParse(input.issuer))
    throw new DomainError("invalid", "issuer", "The issuer is the provider's address, as in OIDC_ISSUER.");
  await ctx.db.transaction({}, async (tx) => {
    const personId = await findOrCreatePerson(tx, ctx.keys, input.number);
    // Two commands at once must not both find the roster empty.
    await tx.sql`lock table staff_roles in share row exclusive mode`;
    const added = await tx.sql`
      insert into staff_roles (person_id, id, role, issuer, valid_from, granted_by)
      select ${personId}, ${newId()}, 'operator', ${input.issuer}, ${ctx.now()}, 'command'
      where not exists (select from staff_roles where role = 'operator' and (valid_to is null or valid_to > ${ctx.now()}))`;
    if (added.count === 0)
      throw new DomainError("conflict", "roster-not-empty", "There is an operator already; operators add the rest.");
    await recordAct(
      tx,
      { actor: { kind: "job", name: "operator-command" } },
      { act: "operator.first-added", about: { kind: "person", id: personId } },
    );
  });
}
