import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { localDay } from "#app/shared/dates.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { type Db, type Tx, violated } from "#db/client.ts";
import type { ViewerInput } from "./input.ts";

/**
 * Says where a facility shows its pictures; the earlier address ends today, and a day has one. Who may: operators.
 * The same form twice changes nothing.
 */
export async function setViewer(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  facilityId: string,
  input: ViewerInput,
): Promise<{ id: string } | { errors: FormErrors }> {
  const { viewerTemplate: template, viewerHost: host, viewerBasis: basis } = input;
  const today = localDay(ctx.now());
  try {
    return await ctx.db.transaction({}, async (tx) => {
      if (await isSame(tx, facilityId, input)) return { id: facilityId };
      await tx.sql`update image_viewers set until = ${today} where facility_id = ${facilityId} and until is null`;
      await tx.sql`
        insert into image_viewers (facility_id, since, url_template, allowed_host, legal_basis) values (${facilityId}, ${today}, ${template}, ${host}, ${basis})`;
      await recordAct(tx, ctx, { act: "viewer.set", about: { kind: "facility", id: facilityId } });
      return { id: facilityId };
    });
  } catch (error) {
    if (!violated(error)?.startsWith("image_viewers_")) throw error;
    return (await isSame(ctx.db, facilityId, input))
      ? { id: facilityId }
      : { errors: { viewerTemplate: ["viewer-today"] } };
  }
}

async function isSame(
  { sql }: Pick<Tx, "sql"> | Pick<Db, "sql">,
  facilityId: string,
  input: ViewerInput,
): Promise<boolean> {
  const found = await sql`
    select from image_viewers
    where facility_id = ${facilityId} and until is null and url_template = ${input.viewerTemplate} and legal_basis = ${input.viewerBasis}`;
  return found.length > 0;
}
