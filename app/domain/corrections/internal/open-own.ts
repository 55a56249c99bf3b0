import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections, type DataType } from "#app/domain/access/data-types.ts";
import { type OpenedRecord, openRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { DomainError } from "#app/shared/errors.ts";
import { readReference } from "../reference.ts";
import type { PersonRow } from "./queries.ts";

/** Opens the reports of the book the actor has open, and `more`; what the person has hidden included, for themself. */
export const openOwn = (
  ctx: Ctx<Reader>,
  action: "read" | "change",
  more: readonly DataType[] = [],
): Promise<OpenedRecord> =>
  openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: [...bookSections, ...more],
    action,
    subject: action === "read" ? "corrections" : "correction",
    showHidden: ctx.actor.kind === "citizen",
  });

export const ownerView = (ctx: Ctx<Reader>, personId: string, row: PersonRow | undefined) => ({
  name: unsealNames(ctx.keys, personId, row?.demographics ?? null)[0] ?? "",
  self: ctx.actor.kind === "citizen",
});

/** The number of an address, as it is kept. @throws DomainError `not-found` when it cannot be one. */
export function referenceOf(text: string): string {
  const reference = readReference(text);
  if (!reference) throw noSuchCorrection();
  return reference;
}

export const noSuchCorrection = () =>
  new DomainError("not-found", "no-such-correction", "This report is not the actor's to open.");
