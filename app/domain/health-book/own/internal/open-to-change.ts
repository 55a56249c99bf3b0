import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { type OpenedRecord, openRecord } from "#app/domain/access/open-record.ts";

/** The book, opened to write a measurement down; the database asks the same of the event. */
export const openToChange = (ctx: Ctx<Reader>): Promise<OpenedRecord> =>
  openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: ["results"],
    action: "change",
    subject: "own-measurement",
    showHidden: false,
  });
