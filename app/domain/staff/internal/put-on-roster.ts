import { seal } from "#app/adapters/keys/sealing.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { StaffInput } from "../input.ts";
import { changeLine, type Line } from "./change-line.ts";
import { rosterPerson } from "./roster-person.ts";
import { termsByRow, termsOf } from "./terms.ts";

/** Whoever may keep the roster: an operator, or somebody at the terminal with the portal's keys. */
export type RosterKeeper = Ctx<Extract<Actor, { kind: "operator" | "job" }>>;

export type PutOnRoster = { id: string; outcome: "added" | "changed" | "unchanged" } | { errors: FormErrors };

export const sealedRosterName = (personId: string, id: string) => ({ table: "staff_roles", owner: personId, row: id });

/**
 * One line of the roster as it shall be: added where the person has no such role there, else with the terms said. The
 * same again changes nothing. `cells` are what a file's row has a cell for; a form says everything. Says in the log what
 * became of it, refusals too: names are not to be guessed at.
 */
export async function putOnRoster(
  ctx: RosterKeeper,
  input: StaffInput,
  cells?: readonly string[],
): Promise<PutOnRoster> {
  return ctx.db.transaction({}, async (tx) => {
    const who = await rosterPerson(tx, ctx.keys, input);
    if ("errors" in who) return refused(tx, ctx, who.errors);
    if (input.facilityId && !(await isFacility(tx, input.facilityId))) return { errors: { facilityId: ["required"] } };
    const { personId } = who;
    const added = await addLine(tx, ctx, personId, input);
    const put = added ? ({ id: added, outcome: "added" } as const) : await changeKnown(tx, ctx, personId, input, cells);
    if ("errors" in put) return refused(tx, ctx, put.errors);
    if (put.outcome === "unchanged") return put;
    const detail = { role: input.role, facility: input.facilityId ?? null };
    await recordAct(tx, ctx, { act: `staff.${put.outcome}`, about: { kind: "staff", id: put.id }, detail });
    const { actor } = ctx;
    if (actor.kind === "operator")
      await noteDuty(tx, { ...ctx, actor }, [personId], { action: "change", subject: "roster" });
    return put;
  });
}

async function refused(tx: Tx, ctx: RosterKeeper, errors: FormErrors): Promise<{ errors: FormErrors }> {
  const code = Object.values(errors)[0]?.[0] ?? "invalid";
  await recordAct(tx, ctx, { act: "staff.refused", about: { kind: "roster", id: code } });
  return { errors };
}

async function isFacility(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.sql`select from facilities where id::text = ${id}`;
  return row !== undefined;
}

/** The new line's id; none where there is one already, of the person or somebody merged with them. */
async function addLine(tx: Tx, ctx: RosterKeeper, personId: string, input: StaffInput): Promise<string | undefined> {
  const [id, now] = [newId(), ctx.now()];
  const { role, issuer, facilityId = null } = input;
  const terms = termsOf(input, now);
  const by = ctx.actor.kind === "operator" ? ctx.actor.personId : "command";
  const added = await tx.sql`
    insert into staff_roles (person_id, id, role, facility_id, issuer, valid_from, valid_to, granted_by, name, degree, licence_number)
    select ${personId}, ${id}, ${role}, ${facilityId}, ${issuer}, ${terms.validFrom}, ${terms.validTo}, ${by},
      ${seal(ctx.keys, sealedRosterName(personId, id), input.name)}, ${terms.degree}, ${terms.licenceNumber}
    where not exists (select from persons c join staff_roles r on r.person_id = c.id
      where (c.id = ${personId} or c.merged_into = ${personId}) and r.role = ${role} and r.facility_id is not distinct from ${facilityId}::uuid
        and r.issuer = ${issuer} and r.ended_at is null)
    on conflict do nothing`;
  return added.count === 1 ? id : undefined;
}

async function changeKnown(
  tx: Tx,
  ctx: RosterKeeper,
  personId: string,
  input: StaffInput,
  cells: readonly string[] | undefined,
): Promise<PutOnRoster> {
  const { role, issuer, facilityId = null } = input;
  const [line] = await tx.sql<Line[]>`
    select r.id, r.person_id as "personId", r.role, r.degree, r.licence_number as "licenceNumber", r.valid_from as "validFrom", r.valid_to as "validTo"
    from persons c join staff_roles r on r.person_id = c.id
    where (c.id = ${personId} or c.merged_into = ${personId}) and r.role = ${role} and r.facility_id is not distinct from ${facilityId}::uuid
      and r.issuer = ${issuer} and r.ended_at is null`;
  if (!line) return { errors: { "": ["staff-ended"] } };
  const terms = cells ? termsByRow(input, line, cells, ctx.now()) : termsOf(input, line.validFrom);
  if (!terms) return { errors: { validTo: ["roster-over"] } };
  const done = await changeLine(tx, line, terms, ctx.now());
  if ("errors" in done) return done;
  return { id: line.id, outcome: done.changed ? "changed" : "unchanged" };
}
