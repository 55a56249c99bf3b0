import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openOrdered } from "#app/domain/access/ordered.ts";
import type { Db } from "#db/client.ts";
import { type Claim, CopyOver, claimCopy, failCopy, goOn } from "./internal/claim.ts";
import { readWhole } from "./internal/read-whole.ts";
import { sealedParts } from "./internal/sealed-parts.ts";
import { KEPT_MS } from "./rules.ts";
import type { WholeBook } from "./view.ts";

export interface CopyWriter {
  /** Connected as the worker. */
  db: Db;
  keys: KeyRing;
  now: () => Date;
  /** Puts it on paper; tells after each section, ends when it is told to. */
  print(
    book: WholeBook,
    options: { language: "vi" | "en"; onPart: () => void; signal: AbortSignal },
  ): Promise<Uint8Array>;
  /** How often it says that it is still at it. */
  beatMs?: number;
}

const BEAT_MS = 5_000;

/**
 * Makes a copy that was ordered: reads the record under an event of its own, has it printed, keeps it sealed for a day.
 * Twice at once it is made once; what was begun and left is begun anew. Who may: the worker, as long as who ordered it may.
 */
export async function writeCopy(writer: CopyWriter, order: { personId: string; copyId: string }): Promise<void> {
  const claim = await claimCopy(writer, order);
  if (!claim) return;
  try {
    await made(writer, claim);
  } catch (error) {
    if (error instanceof CopyOver) return;
    await failCopy(writer, claim, "went-wrong");
    throw error;
  }
}

async function made(writer: CopyWriter, claim: Claim): Promise<void> {
  const { db, keys, now } = writer;
  const actor = await goOn(writer, claim, { done: 0, of: 0 });
  const ctx: Ctx<typeof actor> = { db, keys, now, actor, requestId: claim.copyId };
  const record = await openOrdered(ctx, {
    personId: claim.personId,
    dataTypes: bookSections,
    subject: "book-pdf-made",
  });
  const book = await readWhole(ctx, record);
  const pdf = await printed(writer, claim, book);
  const sections = book.sections.map(({ section }) => section);
  const parts = sealedParts(keys, claim, pdf);
  await goOn(writer, claim, { done: book.sections.length + 1, of: book.sections.length + 2 });
  await db.transaction({}, async ({ sql }) => {
    const at = now();
    const { count } = await sql`
      update book_copies set state = 'ready', parts_done = parts, sections = ${sections}, entries = ${book.entries}, bytes = ${pdf.byteLength},
        finished_at = ${at}, ends_at = ${new Date(at.getTime() + KEPT_MS)}
      where person_id = ${claim.personId} and id = ${claim.copyId} and state = 'writing' and run = ${claim.run}`;
    if (count !== 1) throw new CopyOver("ended");
    for (const [part, sealed] of parts.entries())
      await sql`insert into book_copy_parts (person_id, copy_id, part, sealed) values (${claim.personId}, ${claim.copyId}, ${part}, ${sealed})`;
  });
}

/** Has it printed; all the while says how far it is, and stops when it may not go on. */
async function printed(writer: CopyWriter, claim: Claim, book: WholeBook): Promise<Uint8Array> {
  const of = book.sections.length + 2;
  const stop = new AbortController();
  let done = 1;
  const say = () => goOn(writer, claim, { done, of });
  let over: unknown;
  let saying: Promise<unknown> = say();
  await saying;
  const beat = () => {
    saying = saying.then(say).catch((error: unknown) => {
      over ??= error;
      stop.abort();
    });
  };
  const timer = setInterval(beat, writer.beatMs ?? BEAT_MS);
  try {
    return await writer.print(book, {
      language: claim.language,
      signal: stop.signal,
      onPart: () => {
        done++;
        beat();
      },
    });
  } catch (error) {
    throw over ?? error;
  } finally {
    clearInterval(timer);
    await saying;
  }
}
