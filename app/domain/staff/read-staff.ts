import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { masked } from "#app/domain/persons/mask.ts";
import { contradiction } from "#app/domain/persons/rules.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { lineView, namesOf, type StaffRow } from "./internal/line-view.ts";
import type { StaffMemberView } from "./view.ts";

interface Row extends StaffRow {
  issuer: string;
  numberId: string | null;
  numberOwner: string;
  number: Buffer | null;
}

/** One line of the roster, whole. Who may: operators; the person reads in their log that it was opened. @throws `not-found`. */
export async function readStaff(ctx: Ctx<OperatorActor>, id: string): Promise<StaffMemberView> {
  if (!isId(id)) throw noLine();
  return ctx.db.transaction({}, async (tx) => {
    const [row] = await tx.sql<Row[]>`
      select r.id, r.person_id as "personId", r.role, r.issuer, r.name, r.degree, r.licence_number as "licenceNumber", r.valid_from as "validFrom",
        r.valid_to as "validTo", r.ended_at as "endedAt", f.short_name as facility, p.demographics,
        n.id as "numberId", n.person_id as "numberOwner", n.sealed as number
      from staff_roles r join persons p on p.id = r.person_id
        left join facility_names f on f.facility_id = r.facility_id and f.valid_to is null
        left join lateral (select i.* from identifiers i where i.person_id = r.person_id and i.kind = 'personal_number' and i.valid_to is null limit 1) n on true
      where r.id = ${id}`;
    if (!row) throw noLine();
    const keys = await tx.sql<{ id: string; device: string; createdAt: Date; lastUsedAt: Date | null }[]>`
      select id, device, created_at as "createdAt", last_used_at as "lastUsedAt" from passkeys
      where person_id = ${row.personId} and removed_at is null order by created_at`;
    await noteDuty(tx, ctx, [row.personId], { action: "read", subject: "roster" });
    const { roster, verified } = namesOf(ctx, row);
    return {
      ...lineView(ctx, row),
      issuer: row.issuer,
      verifiedName: roster && verified && differs(roster, verified) ? verified : undefined,
      number: row.number && row.numberId ? numberOf(ctx, row.numberOwner, row.numberId, row.number) : undefined,
      passkeys: keys.map(({ createdAt, lastUsedAt, ...key }) => ({
        ...key,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString(),
      })),
    };
  });
}

const named = (name: string) => ({ names: [name], birth: undefined, sex: "unknown" as const });
const differs = (roster: string, verified: string) => contradiction(named(verified), named(roster)) !== undefined;
const noLine = () => new DomainError("not-found", "no-such-line", "The roster has no such line.");

const numberOf = (ctx: Ctx, owner: string, id: string, sealed: Buffer) =>
  masked(unsealText(ctx.keys, { table: "identifiers", owner, row: id }, sealed));
