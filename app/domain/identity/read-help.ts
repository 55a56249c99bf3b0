import { masked } from "#app/domain/persons/mask.ts";
import { type CaseAnswer, type CaseRefusal, type CaseState, isWaiting, toldOf } from "./case-rules.ts";
import type { HelpView } from "./case-view.ts";
import { findHelp, type HelpContext } from "./internal/find-help.ts";
import { openPart } from "./internal/sealed-case.ts";
import type { UnclearReason } from "./linking-rules.ts";

interface Row {
  id: string;
  reference: string;
  state: CaseState;
  reason: UnclearReason;
  openedAt: Date;
  dueAt: Date;
  contact: Buffer | null;
  words: Buffer | null;
  saidAt: Date | null;
  answer: CaseAnswer | null;
  refusal: CaseRefusal | null;
}

/** The case a help cookie opens. Who may: whoever has just signed in with its account; there is no other way to it. */
export async function readHelp(ctx: HelpContext, token: string | undefined): Promise<HelpView | undefined> {
  const help = token === undefined ? undefined : await findHelp(ctx, token);
  if (!help) return undefined;
  const [row] = await ctx.db.read(
    help.claimant,
    (sql) => sql<Row[]>`
      select id, reference, case when state in ('open', 'answered') and lapses_at < ${ctx.now()} then 'lapsed' else state end as state, reason,
        opened_at as "openedAt", due_at as "dueAt", contact, words, said_at as "saidAt", answer, refusal
      from identity_cases where id = ${help.caseId}`,
  );
  if (!row) return undefined;
  const phone = openPart(ctx.keys, row.id, "contact", row.contact);
  return {
    reference: row.reference,
    state: row.state,
    told: toldOf(row.reason),
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    waiting: isWaiting(row.state),
    phone: phone && masked(phone),
    words: openPart(ctx.keys, row.id, "words", row.words),
    saidAt: row.saidAt?.toISOString(),
    answer: row.state === "answered" ? (row.answer ?? undefined) : undefined,
    refusal: row.refusal ?? undefined,
  };
}
