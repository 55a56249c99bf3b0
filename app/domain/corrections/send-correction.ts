import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { localDay } from "#app/shared/dates.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { type Tx, violated } from "#db/client.ts";
import type { SendCorrectionInput } from "./input.ts";
import { type Claim, claimOfVisit, sealClaim } from "./internal/claim-of-visit.ts";
import { departmentId } from "./internal/department.ts";
import { noteEvent } from "./internal/note-event.ts";
import { openOwn } from "./internal/open-own.ts";
import { newReference } from "./reference.ts";
import { MOST_OPEN, openStates } from "./rules.ts";
import { deadlines } from "./terms.ts";

/** What a report is about, as the store knows it. */
interface About {
  section: BookSection;
  facilityId: string | undefined;
  caseId: string | null;
  sourceId: string | null;
  day: string | null;
}

/**
 * Reports that something is wrong, missing or not the person's. Who may: the person, and who acts for them. The same form
 * twice, and the same thing while it is open, lead to the report there is. @throws DomainError `not-found` for what is not in the book.
 */
export async function sendCorrection(
  ctx: Ctx<Reader>,
  input: SendCorrectionInput,
): Promise<{ reference: string; known: boolean } | { errors: FormErrors }> {
  const ghost = input.kind === "not-mine" && input.tellInsurer;
  const record = await openOwn(ctx, "change", ghost ? ["identity"] : []);
  const { personId, personIds } = record;
  if (input.bookId && !personIds.includes(input.bookId)) return { errors: { "": ["other-book"] } };
  return record.transaction(async (tx) => {
    // One person's reports are taken one after the other: what is counted and compared below stays true.
    await tx.sql`select from persons where id = ${personId} for no key update`;
    const known = await knownReference(tx, personIds, input);
    if (known) return { reference: known, known: true };
    const [open] = await tx.sql<{ n: number }[]>`
      select count(*)::int as n from correction_inbox where person_id = any(${personIds}::uuid[]) and state = any(${[...openStates]})`;
    if (open && open.n >= MOST_OPEN) return { errors: { "": ["too-many-open"] } };
    const about = await whatItIsAbout(tx, personIds, input);
    const { facilityId, caseId } = about;
    const claim =
      ghost && facilityId && caseId ? await claimOfVisit(tx, ctx.keys, { personIds, facilityId, caseId }) : undefined;
    const reference = await enter(tx, ctx, personId, { ...input, tellInsurer: ghost }, about, claim);
    const { idempotencyKey: id, kind } = input;
    await noteEvent(tx, ctx, { personId, correctionId: id, what: "sent", words: input.words });
    await recordAct(tx, ctx, { act: "correction.sent", about: { kind: "correction", id }, detail: { kind } });
    return { reference, known: false };
  });
}

/** The report this form has already made, or the open one about the same. */
async function knownReference(tx: Tx, personIds: string[], input: SendCorrectionInput): Promise<string | undefined> {
  const [row] = await tx.sql<{ reference: string }[]>`
    select reference from correction_inbox
    where person_id = any(${personIds}::uuid[]) and (correction_id = ${input.idempotencyKey}
      or entry_id = ${input.entryId ?? null} and kind = ${input.kind} and state = any(${[...openStates]}))
    order by (correction_id = ${input.idempotencyKey}) desc limit 1`;
  return row?.reference;
}

async function whatItIsAbout(tx: Tx, personIds: string[], input: SendCorrectionInput): Promise<About> {
  if (input.entryId) {
    const [entry] = await tx.sql<
      { section: BookSection; facilityId: string; caseId: string; sourceId: string; at: Date | null }[]
    >`
      select section, facility_id as "facilityId", case_id as "caseId", source_id as "sourceId", time_low as at from entries
      where person_id = any(${personIds}::uuid[]) and entry_id = ${input.entryId} and current`;
    if (!entry) throw new DomainError("not-found", "no-such-item", "This item is not in the book that is open.");
    return { ...entry, day: entry.at && localDay(entry.at) };
  }
  const nothing = { section: input.section, caseId: null, sourceId: null, day: null };
  if (!input.facilityId) return { ...nothing, facilityId: undefined };
  const [facility] = await tx.sql`select from facilities where id = ${input.facilityId} and kind <> 'department'`;
  return { ...nothing, facilityId: facility && input.facilityId };
}

/** The report, and its number, owner and clock; another number where the first was taken. */
async function enter(
  tx: Tx,
  ctx: Ctx<Reader>,
  personId: string,
  input: SendCorrectionInput,
  about: About,
  claim: Claim | undefined,
): Promise<string> {
  const { idempotencyKey: id, kind, entryId = null, circumstances, contact, tellInsurer } = input;
  const { section, facilityId = null } = about;
  const now = ctx.now();
  const owner = facilityId ?? (await departmentId(tx));
  const { acknowledgeBy, decideBy } = deadlines(now, facilityId === null);
  const sentBy = ctx.actor.kind === "proxy" ? ctx.actor.personId : null;
  const insurer = tellInsurer
    ? { day: about.day, sourceId: claim ? null : about.sourceId, code: sealClaim(ctx.keys, personId, id, claim) }
    : { day: null, sourceId: null, code: null };
  for (let attempt = 0; attempt < 5; attempt++) {
    const reference = newReference(now);
    try {
      await tx.sql.savepoint(async (sql) => {
        await sql`
          insert into corrections (person_id, id, reference, kind, section, entry_id, case_id, facility_id, circumstances, contact, tell_insurer, sent_by, sent_at)
          values (${personId}, ${id}, ${reference}, ${kind}, ${section}, ${entryId}, ${about.caseId}, ${facilityId},
            ${kind === "not-mine" ? circumstances : []}::text[], ${contact}, ${tellInsurer}, ${sentBy}, ${now})`;
        await sql`
          insert into correction_inbox (facility_id, reference, person_id, correction_id, about_facility_id, entry_id, kind, section, sent_at, acknowledge_by,
            decide_by, visit_day, visit_source_id, visit_code)
          values (${owner}, ${reference}, ${personId}, ${id}, ${facilityId}, ${entryId}, ${kind}, ${section}, ${now}, ${acknowledgeBy},
            ${decideBy}, ${insurer.day}, ${insurer.sourceId}, ${insurer.code})`;
      });
      return reference;
    } catch (error) {
      if (violated(error) !== "correction_inbox_reference") throw error;
    }
  }
  throw new Error("No free number for a report was found.");
}
