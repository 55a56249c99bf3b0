import { identifierHash, identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { isPlaceholder, personalNumber } from "#app/shared/identifiers.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { linkIdentifiers } from "./link-identifiers.ts";
import { type ScopedIdentifier, scoped } from "./scoped-identifier.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

export interface ReplaceNumberInput {
  personId: string;
  identifierId: string;
  /** The number that was issued instead (Decree 70/2024 art. 11). */
  number: string;
}

/**
 * A personal number was cancelled and another issued: the old one ends and goes on finding the person,
 * for old records speak of it. Who may: operators. The same form twice changes nothing more.
 */
export async function replaceNumber(ctx: Operator, input: ReplaceNumberInput): Promise<FormErrors | undefined> {
  const { personId, identifierId } = input;
  requireFresh(ctx, "replace-number");
  if (!isId(personId) || !isId(identifierId)) return { number: ["number-gone"] };
  return ctx.db
    .transaction({}, (tx) => replaceNumberIn(tx, ctx, input))
    .catch((error: unknown) => {
      if (error instanceof NumberTaken) return { number: ["number-of-another"] };
      throw error;
    });
}

/**
 * As `replaceNumber`, of the personal number somebody of the person's cluster has now, within a transaction. Who may:
 * operators. @throws DomainError `number-of-another` when the new one leads to somebody else.
 */
export async function replaceCurrentNumber(
  tx: Tx,
  ctx: Operator,
  { personId, number }: { personId: string; number: string },
): Promise<FormErrors | undefined> {
  const [current] = await tx.sql<{ id: string }[]>`
    select i.id from persons p join identifiers i on i.person_id = p.id and i.kind = 'personal_number' and i.valid_to is null
    where ${personId} in (p.id, p.merged_into) order by p.id = ${personId} desc, i.valid_from desc limit 1`;
  if (!current) return { number: ["number-gone"] };
  return replaceNumberIn(tx, ctx, { personId, identifierId: current.id, number });
}

async function replaceNumberIn(
  tx: Tx,
  ctx: Operator,
  { personId, identifierId, number }: ReplaceNumberInput,
): Promise<FormErrors | undefined> {
  const value = personalNumber(number);
  if (!value || isPlaceholder(value)) return { number: ["personal-number"] };
  const said = scoped({ kind: "personal_number", system: "", value }, undefined);
  const [old] = await tx.sql<{ validTo: Date | null; supersededBy: string | null; same: boolean; owner: string }[]>`
  select i.valid_to as "validTo", i.superseded_by as "supersededBy", i.hash = any(${tx.sql.array(identifierHashes(ctx.keys, said), 17)}) as same, i.person_id as owner
  from identifiers i join persons p on p.id = i.person_id
  where ${personId} in (p.id, p.merged_into) and i.id = ${identifierId} and i.kind = 'personal_number' for update of i`;
  if (!old) return { number: ["number-gone"] };
  if (old.same) return { number: ["same-number"] };
  if (old.validTo) {
    const again = old.supersededBy && (await isNumber(tx, ctx.keys, old.owner, old.supersededBy, said));
    return again ? undefined : { number: ["number-gone"] };
  }
  await linkIdentifiers(tx, old.owner, [said], { keys: ctx.keys, assignerId: undefined, source: "operator" });
  const [fresh] = await tx.sql<{ id: string; leadsHere: boolean }[]>`
  select i.id, l.person_id = i.person_id as "leadsHere" from identifiers i
  join identifier_lookup l on l.kind = i.kind and l.hash = i.hash
  where i.person_id = ${old.owner} and i.kind = 'personal_number' and i.hash = ${identifierHash(ctx.keys, said)}`;
  // It leads to somebody else: then these two are to be merged, not their numbers. Nothing is kept.
  if (!fresh?.leadsHere) throw new NumberTaken();
  await tx.sql`
  update identifiers set valid_to = ${ctx.now()}, superseded_by = ${fresh.id}
  where person_id = ${old.owner} and id = ${identifierId}`;
  await noteDuty(tx, ctx, [personId], { action: "change", subject: "number" });
  await recordAct(tx, ctx, { act: "person.number-replaced", about: { kind: "person", id: personId } });
  return undefined;
}

/** Is the identifier this number? Then the form came twice. */
async function isNumber(tx: Tx, keys: KeyRing, owner: string, id: string, said: ScopedIdentifier): Promise<boolean> {
  const rows = await tx.sql`
    select from identifiers where person_id = ${owner} and id = ${id} and hash = any(${tx.sql.array(identifierHashes(keys, said), 17)})`;
  return rows.length > 0;
}

class NumberTaken extends DomainError {
  constructor() {
    super("conflict", "number-of-another", "The number leads to somebody else.");
  }
}
