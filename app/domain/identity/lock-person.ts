import type { OperatorActor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { clusterOf, ownCluster } from "#app/domain/persons/cluster.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { closeAccess, liftLocks } from "./internal/close-access.ts";
import { noteSignIn } from "./internal/note-sign-in.ts";
import type { LockReason, UnlockReason } from "./lock-reasons.ts";

type Operator = Ctx<OperatorActor>;

/** What the person reads in their own list: not the operator's browser. */
const DESK = { visitor: { device: "help-desk", network: "help-desk" } };

/** Is a person's access locked, by whom, and since when? Who may: operators. */
export async function readPersonLock(
  ctx: Operator,
  personId: string,
): Promise<{ by: "self" | "operator"; at: string } | undefined> {
  if (!isId(personId)) return undefined;
  const [row] = await ctx.db.sql<{ by: "self" | "operator"; at: Date }[]>`
    with ${ownCluster(ctx.db.sql, personId)}
    select l.locked_by as by, l.locked_at as at from own join access_locks l on l.person_id = own.id and l.lifted_at is null
    order by l.locked_by limit 1`;
  return row && { by: row.by, at: row.at.toISOString() };
}

/**
 * The help desk closes a person's access, because they asked or somebody else is using it; it is in the person's log.
 * Who may: operators. @throws DomainError `not-found`.
 */
export function lockPerson(ctx: Operator, input: { personId: string; reason: LockReason }): Promise<void> {
  return changed(ctx, input, "lock", async (tx, personIds, personId) => {
    // A lock of the person's own becomes the help desk's: from now on that opens it.
    await liftLocks(tx, { personIds, by: "operator", now: ctx.now() });
    await closeAccess(tx, { personId, by: "operator", now: ctx.now() });
  });
}

/** Opens it again, for whoever has shown who they are. Who may: operators, freshly proved. @throws as `lockPerson`. */
export function unlockPerson(ctx: Operator, input: { personId: string; reason: UnlockReason }): Promise<void> {
  requireFresh(ctx, "unlock-person");
  return changed(ctx, input, "unlock", async (tx, personIds) => {
    const lifted = await liftLocks(tx, { personIds, by: "operator", now: ctx.now() });
    if (lifted === 0) throw new DomainError("conflict", "not-locked", "The person's access is not locked.");
  });
}

async function changed(
  ctx: Operator,
  input: { personId: string; reason: string },
  what: "lock" | "unlock",
  work: (tx: Tx, personIds: string[], root: string) => Promise<void>,
): Promise<void> {
  if (!isId(input.personId)) throw noPerson();
  await ctx.db.transaction({}, async (tx) => {
    const personIds = await clusterOf(tx, input.personId);
    const [root] = personIds;
    if (!root) throw noPerson();
    await noteDuty(tx, ctx, [root], { action: "change", subject: what });
    await work(tx, personIds, root);
    await noteSignIn(tx, DESK, {
      personId: root,
      identity: { provider: "help-desk", assuranceLevel: 0 },
      kind: what === "lock" ? "locked" : "unlocked",
      code: "help-desk",
    });
    await recordAct(tx, ctx, {
      act: what === "lock" ? "access.locked" : "access.unlocked",
      about: { kind: "person", id: root },
      detail: { reason: input.reason },
    });
  });
}

const noPerson = () => new DomainError("not-found", "no-such-person", "There is no such person.");
