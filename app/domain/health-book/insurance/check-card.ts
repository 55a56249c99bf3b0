import type { CardAnswer } from "#app/adapters/insurance/answer.ts";
import { type FaultCode, isGatewayFault } from "#app/adapters/insurance/fault.ts";
import type { CardQuestion, InsuranceGateway } from "#app/adapters/insurance/gateway.ts";
import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { type OpenedRecord, openRecord } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import { sealAnswer } from "../internal/insurance/answers.ts";
import { cardNumbers, type KnownNumber, knownNumber, numbersQuery } from "../internal/insurance/numbers.ts";
import type { PersonRow } from "../internal/open-book.ts";
import { personQuery } from "../internal/queries.ts";
import { ASK_AGAIN_SECONDS } from "./rules.ts";

/** `recent`: somebody asked within the minute, and its answer is or will be there. */
export type CheckOutcome = "answered" | "unanswered" | "recent";

/**
 * Asks the insurer about one card and keeps the answer. Who may: the person, and who acts for them and does not only look; it
 * stands in their log. Of several at once one asks. What was answered before stays where nobody answers.
 * @throws DomainError `not-found` for a card that is not theirs, `unavailable` where no gateway is set up.
 */
export async function checkCard(
  ctx: Ctx<Reader>,
  gateway: InsuranceGateway | undefined,
  cardId: string,
): Promise<CheckOutcome> {
  if (!gateway) throw new DomainError("unavailable", "no-insurance-gateway", "No insurer's gateway is set up.");
  const record = await openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: ["identity"],
    action: "change",
    subject: "insurance-check",
    showHidden: false,
  });
  const asked = await record.transaction((tx) => claim(tx, ctx, record, cardId));
  if (!asked) return "recent";
  const told = await ask(gateway, asked.question);
  await record.transaction((tx) => keep(tx, ctx, asked, told));
  return "code" in told ? "answered" : "unanswered";
}

interface Claim {
  card: KnownNumber;
  question: CardQuestion;
  at: Date;
}

/** Whoever writes the moment of asking asks; the others find it there. */
async function claim(tx: Tx, ctx: Ctx, record: OpenedRecord, cardId: string): Promise<Claim | undefined> {
  const [rows, persons] = await Promise.all([numbersQuery(tx.sql, record), personQuery(tx.sql, record.personId)]);
  const card = cardNumbers(rows.map((row) => knownNumber(ctx.keys, row))).find(({ id }) => id === cardId);
  const question = card && questionOf(ctx, record.personId, card, persons[0]);
  if (!question) throw new DomainError("not-found", "no-such-card", "This card is not in the book that is open.");
  const at = ctx.now();
  const before = new Date(at.getTime() - ASK_AGAIN_SECONDS * 1000);
  const claimed = await tx.sql`
    insert into insurance_checks (person_id, identifier_id, asked_at) values (${card.personId}, ${card.id}, ${at})
    on conflict (person_id, identifier_id) do update set asked_at = excluded.asked_at where insurance_checks.asked_at < ${before}
    returning asked_at`;
  return claimed.length > 0 ? { card, question, at } : undefined;
}

function questionOf(
  ctx: Ctx,
  personId: string,
  card: KnownNumber,
  row: PersonRow | undefined,
): CardQuestion | undefined {
  const [name] = unsealNames(ctx.keys, personId, row?.demographics ?? null);
  const { low, high } = row ?? {};
  if (!name || !low || !high) return undefined;
  return { number: card.value, name, birth: low === high ? low : low.slice(0, 4) };
}

async function ask(gateway: InsuranceGateway, question: CardQuestion): Promise<CardAnswer | { failure: FaultCode }> {
  try {
    return await gateway.check(question);
  } catch (error) {
    if (!isGatewayFault(error)) throw error;
    return { failure: error.code };
  }
}

/** An answer that comes after a later question was asked changes nothing. */
async function keep(tx: Tx, ctx: Ctx, { card, at }: Claim, told: CardAnswer | { failure: FaultCode }): Promise<void> {
  const now = ctx.now();
  const mine = tx.sql`person_id = ${card.personId} and identifier_id = ${card.id} and asked_at = ${at}`;
  if ("failure" in told) {
    await tx.sql`update insurance_checks set failed_at = ${now}, failure = ${told.failure} where ${mine}`;
    return;
  }
  await tx.sql`
    update insurance_checks set answered_at = ${now}, answer = ${sealAnswer(ctx.keys, card.personId, card.id, told)},
      failed_at = null, failure = null where ${mine}`;
}
