import { setImmediate } from "node:timers/promises";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import { messagesOf } from "./internal/export/messages-of.ts";
import type { PutBack } from "./internal/export/put-back.ts";
import { readRows } from "./internal/export/read-rows.ts";
import { type ExportRow, toResource } from "./internal/export/to-resource.ts";
import { type OwnCopies, ownCopies } from "./own/copies.ts";
import type { OwnKind } from "./own/kinds.ts";
import type { OwnWords } from "./own/to-observation.ts";
import type { Held } from "./view.ts";

const EXPORTED = [...bookSections, "identity", "money", "other"] as const;

export interface ExportInput {
  /** What the addresses of resources begin with. */
  base: string;
  /** In the reader's words, in every file alike: that hidden and protected cases are not in it. */
  leftOut: string;
  /** In the reader's words, for a result that is not shown yet: what it is, and when it appears at the latest. */
  waits: (held: Held) => string;
  /** What stands for a name or number that nobody can put back. */
  inWords: (kind: string) => string;
  /** What people measured themselves, as a copy calls it. */
  own: (kind: OwnKind) => OwnWords;
}

/**
 * The whole record as a FHIR R4 Bundle (type collection) in JSON text: what holds now, with names and numbers
 * put back, or said by `inWords` to be missing, each source row beside what it means, and a Provenance for each
 * message. All of it is read at once, so that nobody's slow line holds a connection, and written in parts. Who may: the person, and whom they let act for them.
 */
export async function exportRecord(
  ctx: Ctx,
  input: ExportInput,
): Promise<{ parts: AsyncGenerator<string>; resources: number }> {
  const record = await openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: EXPORTED,
    action: "export",
    subject: "record",
    showHidden: false,
  });
  const { rows, waiting, directory, putBack } = await readRows(ctx, record, input.inWords);
  const messages = messagesOf(rows);
  const own = await ownCopies(ctx, record, { rows, putBack, words: input.own });
  return {
    parts: written(ctx, input, { rows: [...rows, ...directory], waiting, messages, own }, putBack),
    resources: rows.length + directory.length + messages.length + own.length,
  };
}

/** About so many characters at a time; in between others get their turn. */
const PART = 65_536;

interface Exported {
  rows: ExportRow[];
  waiting: Held[];
  messages: ReturnType<typeof messagesOf>;
  own: OwnCopies;
}

async function* written(
  ctx: Ctx,
  input: ExportInput,
  { rows, waiting, messages, own }: Exported,
  putBack: PutBack,
): AsyncGenerator<string> {
  const head = { resourceType: "Bundle", id: newId(), type: "collection", timestamp: ctx.now().toISOString() };
  let part = `${JSON.stringify(head).slice(0, -1)},"entry":[`;
  for (const row of rows) {
    const resource = toResource(row, putBack);
    part += `${stringifyFhirJson({ fullUrl: `${input.base}/${resource.resourceType}/${resource.id}`, resource })},`;
    if (part.length < PART) continue;
    yield part;
    part = "";
    await setImmediate();
  }
  for (const one of own)
    part += `${stringifyFhirJson({ fullUrl: `${input.base}/${one.resourceType}/${one.id}`, resource: one })},`;
  for (const one of messages)
    part += `${JSON.stringify({ fullUrl: `${input.base}/Provenance/${one.id}`, resource: one })},`;
  for (const held of waiting) part += `${JSON.stringify(leftOutEntry(input.waits(held)))},`;
  yield `${part}${JSON.stringify(leftOutEntry(input.leftOut))}]}`;
}

/** FHIR's own way to say that something was left out; it stands in every file, so that it tells nothing. */
function leftOutEntry(text: string): object {
  const id = newId();
  const issue = [{ severity: "information", code: "suppressed", details: { text } }];
  return { fullUrl: `urn:uuid:${id}`, resource: { resourceType: "OperationOutcome", id, issue } };
}
