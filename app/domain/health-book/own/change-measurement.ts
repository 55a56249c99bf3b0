import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { Meant, Measured } from "./input.ts";
import { openToChange } from "./internal/open-to-change.ts";
import { type OwnRow, ownView, versionsQuery } from "./internal/rows.ts";
import { insertVersion, lockOwner, refusedForNow, sameMeasured } from "./internal/write.ts";
import { MOST_VERSIONS } from "./rules.ts";

type Changed = { id: string; known: boolean } | { errors: FormErrors };

/** A new version of a measurement, beside those before it. The same form twice is one version. */
export const changeMeasurement = (ctx: Ctx<Reader>, meant: Meant, measured: Measured): Promise<Changed> =>
  change(ctx, meant, measured, false);

/** Takes a measurement back; what it said stays to be seen where it stood. */
export const withdrawMeasurement = (ctx: Ctx<Reader>, meant: Meant): Promise<Changed> =>
  change(ctx, meant, undefined, true);

/** @throws DomainError `not-found` for what is not in the book that is open. */
async function change(
  ctx: Ctx<Reader>,
  meant: Meant,
  measured: Measured | undefined,
  withdrawn: boolean,
): Promise<Changed> {
  const record = await openToChange(ctx);
  if (!record.personIds.includes(meant.bookId)) return { errors: { "": ["other-book"] } };
  return record.transaction(async (tx) => {
    const owner = await lockOwner(tx, record.personId);
    const [last] = await versionsQuery(tx.sql, record, meant.id);
    if (!last) throw new DomainError("not-found", "no-such-measurement", "This measurement is not in the open book.");
    const said = measured ?? measuredOf(last);
    const same = last.withdrawn === withdrawn && sameMeasured(ownView(last), said);
    if (same) return { id: meant.id, known: true };
    if (last.version !== meant.version) return { errors: { "": ["changed-meanwhile"] } };
    if (last.withdrawn) return { errors: { "": ["withdrawn-already"] } };
    if (last.kind !== said.kind || last.version >= MOST_VERSIONS) return { errors: { "": ["too-many-changes"] } };
    const refused = withdrawn ? undefined : await refusedForNow(tx, ctx, record.personIds, owner, said);
    if (refused) return { errors: refused };
    await insertVersion(tx, ctx, {
      personId: last.personId,
      id: last.id,
      version: last.version + 1,
      measured: said,
      withdrawn,
    });
    return { id: meant.id, known: false };
  });
}

const measuredOf = (row: OwnRow): Measured => ({
  kind: row.kind,
  value: row.value,
  second: row.second ?? undefined,
  unit: row.unit,
  situation: row.situation ?? undefined,
  at: row.measuredAt,
});
