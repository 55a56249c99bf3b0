import type { AccessRequest } from "#app/domain/access/actor.ts";
import { bookOwner, mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections, type DataType } from "#app/domain/access/data-types.ts";
import { type OpenedRecord, openRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { BookPerson } from "../view.ts";
import { isGrowing } from "./is-growing.ts";

export interface BookOptions {
  /** The person asks to see what they have hidden; means nothing to anybody else. */
  showHidden: boolean;
  /** The reader asks to see the newest results, which they have chosen to fold. */
  showNewest?: boolean;
  /** When the reader was here before: what came since is marked as new. */
  newSince?: Date | undefined;
}

/** Opens the book the actor reads, for the data types a page needs. */
export function openBook(
  ctx: Ctx,
  subject: AccessRequest["subject"],
  options: BookOptions,
  dataTypes: readonly DataType[] = bookSections,
): Promise<OpenedRecord> {
  const showHidden = options.showHidden && ctx.actor.kind === "citizen";
  const needs = showHidden ? ("open-hidden" as const) : undefined;
  return openRecord(ctx, { personId: bookOwner(ctx.actor), dataTypes, action: "read", subject, showHidden, needs });
}

export interface PersonRow {
  demographics: Buffer | null;
  low: string | null;
  high: string | null;
  sex: BookPerson["sex"];
}

export function bookPerson(ctx: Ctx, personId: string, row: PersonRow | undefined): BookPerson {
  return {
    name: unsealNames(ctx.keys, personId, row?.demographics ?? null)[0] ?? "",
    birth: row?.low && row.high ? { low: row.low, high: row.high } : undefined,
    sex: row?.sex ?? "unknown",
    self: ctx.actor.kind === "citizen",
    mayReport: mayChange(ctx.actor),
    ...(row?.low && isGrowing(row.low, ctx.now()) ? { growing: true as const } : {}),
  };
}
