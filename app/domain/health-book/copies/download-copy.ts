import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord, outOfScope } from "#app/domain/access/open-record.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { joinedParts } from "./internal/sealed-parts.ts";

interface Row {
  sections: string[];
  bytes: number;
  madeAt: Date;
}

/**
 * A copy that is ready, as its bytes. Who may: who ordered it, with the proof of an export and a right to everything in it.
 * @throws DomainError `forbidden`, `not-found` for one that is over, not ready, or another's.
 */
export async function downloadCopy(
  ctx: Ctx<Reader>,
  { id }: { id: string },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; madeAt: Date }> {
  const personId = bookOwner(ctx.actor);
  const record = await openRecord(ctx, {
    personId,
    dataTypes: bookSections,
    action: "export",
    subject: "book-pdf",
    showHidden: false,
  });
  if (!isId(id)) throw notFound();
  const [copies, parts] = await record.readAll<[Row[], { part: number; sealed: Buffer }[]]>((sql) => [
    sql<Row[]>`
      select sections, bytes, finished_at as "madeAt" from book_copies
      where person_id = ${personId} and id = ${id} and ordered_by = ${ctx.actor.personId} and state = 'ready' and ends_at > ${ctx.now()}`,
    sql<{ part: number; sealed: Buffer }[]>`
      select part, sealed from book_copy_parts where person_id = ${personId} and copy_id = ${id} order by part`,
  ]);
  const [copy] = copies;
  if (!copy) throw notFound();
  const open: readonly string[] = record.decision.dataTypes;
  if (!copy.sections.every((section) => open.includes(section))) throw outOfScope();
  return { bytes: joinedParts(ctx.keys, { personId, copyId: id, bytes: copy.bytes }, parts), madeAt: copy.madeAt };
}

const notFound = () => new DomainError("not-found", "no-such-copy", "There is no such copy.");
