import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { caseSteps } from "./case-rules.ts";
import { findHelp, type HelpContext } from "./internal/find-help.ts";
import { sealPart } from "./internal/sealed-case.ts";

/**
 * How somebody whose sign-in waits can be reached, and what they say; said again it takes the place of what was there.
 * Who may: the holder of the case's cookie. @throws DomainError `conflict` when it was decided meanwhile, `not-found`.
 */
export async function leaveWord(
  ctx: HelpContext & { requestId: string },
  token: string | undefined,
  input: { phone: string; words: string },
): Promise<void> {
  const help = token === undefined ? undefined : await findHelp(ctx, token);
  if (!help) throw new DomainError("not-found", "help-over", "The help page's time is over.");
  const { caseId: id } = help;
  await ctx.db.transaction(help.claimant, async (tx) => {
    const said = await tx.sql`
      update identity_cases set state = ${caseSteps.say.to}, contact = ${sealPart(ctx.keys, id, "contact", input.phone)},
        words = ${input.words === "" ? null : sealPart(ctx.keys, id, "words", input.words)}, said_at = ${ctx.now()}
      where id = ${id} and state = any(${[...caseSteps.say.from]}) and lapses_at > ${ctx.now()}`;
    if (said.count === 0) throw new DomainError("conflict", "case-decided", "The case was decided meanwhile.");
    const by = { actor: { kind: "anonymous" } as const, requestId: ctx.requestId };
    await recordAct(tx, by, { act: "identity-case.said", about: { kind: "identity-case", id } });
  });
}
