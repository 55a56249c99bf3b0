import { seal } from "#app/adapters/keys/sealing.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId, newId } from "#app/shared/ids.ts";
import type { Db, Tx } from "#db/client.ts";

export interface MergeInput {
  /** Who is the same person as… */
  personId: string;
  /** …this one, under whose name the book is from now on. */
  intoId: string;
  /** As the operator typed it; kept sealed. */
  reason: string;
}

export const sealedReason = (personId: string, mergeId: string, what: "reason" | "unmerged_reason") => ({
  table: "person_merges",
  owner: personId,
  row: `${mergeId}/${what}`,
});

/**
 * Two persons are one from now on: their records are read together, and no row moves. Who may:
 * operators. Merging again what is merged changes nothing. @throws DomainError `not-found`, `conflict`.
 */
export async function mergePersons(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  { personId, intoId, reason }: MergeInput,
): Promise<void> {
  requireFresh(ctx, "merge-persons");
  if (!isId(personId) || !isId(intoId)) throw noPerson();
  if (personId === intoId) throw samePerson();
  const root = rootToMergeInto(await personsOf(ctx.db, [personId, intoId]), personId, intoId);
  if (!root) return;
  // Committed first: under it the database takes what is written about the two.
  const [event] = await ctx.db.transaction({}, (tx) =>
    noteDuty(tx, ctx, [personId, root], { action: "change", subject: "merge" }),
  );
  await ctx.db.transaction({ "app.access_event": event ?? "" }, async (tx) => {
    // Between reading and locking either may have been merged by somebody else.
    const now = rootToMergeInto(await lockPersons(tx, [personId, intoId, root]), personId, intoId);
    if (!now) return;
    if (now !== root) throw mergedAlready();
    await tx.sql`update persons set merged_into = ${root}, updated_at = now() where merged_into = ${personId}`;
    await tx.sql`update persons set merged_into = ${root}, updated_at = now() where id = ${personId}`;
    const id = newId();
    const sealed = seal(ctx.keys, sealedReason(personId, id, "reason"), reason);
    await tx.sql`
      insert into person_merges (person_id, id, into_id, reason, merged_by, merged_at)
      values (${personId}, ${id}, ${root}, ${sealed}, ${ctx.actor.personId}, ${ctx.now()})`;
    await recordAct(tx, ctx, {
      act: "person.merged",
      about: { kind: "person", id: personId },
      detail: { into: root },
    });
  });
}

type Merged = ReadonlyMap<string, { mergedInto: string | null }>;

/** Who both are from now on; `undefined` where they are one already. */
function rootToMergeInto(rows: Merged, personId: string, intoId: string): string | undefined {
  const [person, into] = [rows.get(personId), rows.get(intoId)];
  if (!person || !into) throw noPerson();
  const root = into.mergedInto ?? intoId;
  if (person.mergedInto === root) return undefined;
  if (root === personId) throw samePerson();
  if (person.mergedInto || rows.get(root)?.mergedInto) throw mergedAlready();
  return root;
}

async function personsOf({ sql }: Pick<Db, "sql">, ids: string[]): Promise<Merged> {
  const rows = await sql<{ id: string; mergedInto: string | null }[]>`
    select id, merged_into as "mergedInto" from persons where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks persons in one order, so that two operators at once wait instead of failing. */
export async function lockPersons(tx: Tx, ids: string[]): Promise<Map<string, { mergedInto: string | null }>> {
  const rows = await tx.sql<{ id: string; mergedInto: string | null }[]>`
    select id, merged_into as "mergedInto" from persons where id = any(${ids}::uuid[]) order by id for update`;
  return new Map(rows.map((row) => [row.id, row]));
}

const noPerson = () => new DomainError("not-found", "no-such-person", "There is no such person.");
const samePerson = () => new DomainError("conflict", "same-person", "Both are in one cluster.");
const mergedAlready = () =>
  new DomainError("conflict", "merged-already", "This person was merged into somebody else meanwhile.");
