import type { Held } from "../../view.ts";
import { type MessageOrigin, provenanceOf } from "./provenance-of.ts";
import { type ExportRow, versionReference } from "./to-resource.ts";

/** An entry with the message it came in. */
export interface EntryRow extends ExportRow {
  messageId: string;
  digest: Buffer;
  receivedAt: Date;
  code5: string | null;
  facility: string | null;
  /** It is not shown yet, and so is not in a copy. */
  held: Held | null;
}

/** A Provenance for each message that brought one of these, in the order they first appear. */
export function messagesOf(rows: readonly EntryRow[]) {
  const messages = new Map<string, MessageOrigin & { wrote: string[] }>();
  for (const row of rows) {
    const known = messages.get(row.messageId);
    if (known) known.wrote.push(versionReference(row));
    else messages.set(row.messageId, { ...originOf(row), wrote: [versionReference(row)] });
  }
  return [...messages.values()].map(provenanceOf);
}

const originOf = ({ messageId, digest, receivedAt, code5, facility }: EntryRow) => ({
  messageId,
  digest,
  receivedAt,
  facility: { code5: code5 ?? undefined, name: facility ?? "?" },
});
