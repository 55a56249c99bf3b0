import type { TransactionSql } from "postgres";
import type { FaultCode } from "#app/adapters/insurance/fault.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { localDay } from "#app/shared/dates.ts";
import { ASK_AGAIN_SECONDS, benefitOf, groupsOf, socialNumberOf, verdictOn } from "../../insurance/rules.ts";
import type { CardAnswerView, CardSaidView, CardView, PlaceView } from "../../insurance/view.ts";
import { unsealAnswer } from "./answers.ts";
import { cardNumbers, type KnownNumber } from "./numbers.ts";

export interface CheckRow {
  personId: string;
  id: string;
  askedAt: Date;
  answeredAt: Date | null;
  answer: Buffer | null;
  failedAt: Date | null;
  failure: FaultCode | null;
}

export const checksQuery = (sql: TransactionSql, { personIds }: Pick<OpenedRecord, "personIds">) => sql<CheckRow[]>`
  select person_id as "personId", identifier_id as id, asked_at as "askedAt", answered_at as "answeredAt", answer,
    failed_at as "failedAt", failure
  from insurance_checks where person_id = any(${personIds}::uuid[])`;

/** What a facility's Coverage says, its number in clear. */
export interface CoverageSaid extends Omit<CardSaidView, "place"> {
  number: string;
  place: string | undefined;
}

/** Names of facilities by their code of the insurer. */
export const placesQuery = (sql: TransactionSql) => sql<{ code: string; name: string }[]>`
  select code5 as code, name from facility_names where code5 is not null and valid_to is null`;

interface CardFacts {
  numbers: readonly KnownNumber[];
  coverages: readonly CoverageSaid[];
  checks: readonly CheckRow[];
  places: readonly { code: string; name: string }[];
}

/** The person's cards, each with what facilities sent and what the insurer last said. */
export function cardsOf(ctx: Ctx, facts: CardFacts): CardView[] {
  const places = new Map(facts.places.map(({ code, name }) => [code, name]));
  const placeOf = (code: string | undefined): PlaceView | undefined =>
    code ? { code, name: places.get(code) } : undefined;
  return cardNumbers(facts.numbers).map((number) => {
    const key = socialNumberOf(number.value);
    const same = facts.numbers.filter((one) => socialNumberOf(one.value) === key).map(({ id }) => id);
    const check = newestOf(facts.checks.filter(({ id }) => same.includes(id)));
    const answer = check && answerView(ctx, check, placeOf);
    const said = facts.coverages.filter((one) => socialNumberOf(one.number) === key);
    return {
      id: number.id,
      kind: number.kind === "insurance_card" ? "card" : "personal-number",
      number: groupsOf(answer?.full ?? number.value),
      benefit: benefitOf(answer?.full ?? number.value),
      said: said.map(({ number: _number, place, ...rest }) => ({ ...rest, place: placeOf(place) })),
      answer: answer?.view,
      failed: failureOf(check),
      asking: check !== undefined && isAsking(check, ctx.now()),
    };
  });
}

/** The one that was answered last; else the one that was asked last. */
const newestOf = (checks: CheckRow[]): CheckRow | undefined =>
  checks.sort(
    (a, b) =>
      (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0) || b.askedAt.getTime() - a.askedAt.getTime(),
  )[0];

function answerView(
  ctx: Ctx,
  check: CheckRow,
  placeOf: (code: string | undefined) => PlaceView | undefined,
): { view: CardAnswerView; full: string | undefined } | undefined {
  if (!check.answer || !check.answeredAt) return undefined;
  const answer = unsealAnswer(ctx.keys, check.personId, check.id, check.answer);
  return {
    full: answer.number,
    view: {
      code: answer.code,
      verdict: verdictOn(localDay(ctx.now()), answer),
      answeredAt: check.answeredAt.toISOString(),
      validFrom: answer.validFrom,
      validTo: answer.validTo,
      place: placeOf(answer.place),
      fiveYears: answer.fiveYears,
      newNumber: answer.newNumber === undefined ? undefined : groupsOf(answer.newNumber),
    },
  };
}

function failureOf(check: CheckRow | undefined): CardView["failed"] {
  if (!check?.failedAt || !check.failure) return undefined;
  if (check.answeredAt && check.answeredAt > check.failedAt) return undefined;
  return { at: check.failedAt.toISOString(), why: check.failure };
}

/** Asked within the minute and neither answered nor failed: another tab, or a process that ended meanwhile. */
function isAsking({ askedAt, answeredAt, failedAt }: CheckRow, now: Date): boolean {
  const done = [answeredAt, failedAt].some((at) => at !== null && at >= askedAt);
  return !done && now.getTime() - askedAt.getTime() < ASK_AGAIN_SECONDS * 1000;
}
