import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { type StaffRole, stateOf } from "../rules.ts";
import type { StaffLineView } from "../view.ts";
import { sealedRosterName } from "./put-on-roster.ts";
import { daysOf } from "./terms.ts";

export interface StaffRow {
  id: string;
  personId: string;
  role: StaffRole;
  name: Buffer | null;
  degree: string | null;
  licenceNumber: string | null;
  validFrom: Date;
  validTo: Date | null;
  endedAt: Date | null;
  facility: string | null;
  /** Of the person. */
  demographics: Buffer | null;
}

/** The name on the roster; where it holds none, the person's. */
export function namesOf(ctx: Pick<Ctx, "keys">, row: Pick<StaffRow, "id" | "personId" | "name" | "demographics">) {
  const roster = row.name ? unsealText(ctx.keys, sealedRosterName(row.personId, row.id), row.name) : undefined;
  const verified = unsealNames(ctx.keys, row.personId, row.demographics)[0];
  return { roster, verified };
}

export function lineView(ctx: Pick<Ctx, "keys" | "now">, row: StaffRow): StaffLineView {
  const { roster, verified } = namesOf(ctx, row);
  return {
    id: row.id,
    name: roster ?? verified,
    role: row.role,
    facility: row.facility ?? undefined,
    degree: row.degree ?? undefined,
    licenceNumber: row.licenceNumber ?? undefined,
    ...daysOf(row),
    state: stateOf(row, ctx.now()),
  };
}
