import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { closedTo } from "../insurance/closed-to.ts";
import { toldByPatient } from "../internal/about/told-by-patient.ts";
import type { KnownNumber } from "../internal/insurance/numbers.ts";
import { readCards } from "../internal/insurance/read-cards.ts";
import { bookPerson, openBook, type PersonRow } from "../internal/open-book.ts";
import { factsOf, type Told } from "./rules.ts";
import { type AboutView, aboutFields } from "./view.ts";

interface OwnRow extends PersonRow {
  source: string;
  updatedAt: Date;
}

/**
 * Who the person is as each source tells it, and their insurance cards with the insurer's last answer. Who may: the person, and
 * whom they let act for them. @throws DomainError `forbidden` where the decision leaves identity out.
 */
export async function readAbout(ctx: Ctx<Reader>, input: { mayAsk: boolean }): Promise<AboutView> {
  const record = await openBook(ctx, "identity", { showHidden: false }, ["identity"]);
  if (!record.decision.dataTypes.includes("identity")) throw outOfScope();
  return record.transaction(async (tx) => {
    const [persons, { cards, numbers, patients }] = await Promise.all([
      tx.sql<OwnRow[]>`
        select demographics, birth_low as low, birth_high as high, sex, demographics_source as source, updated_at as "updatedAt"
        from persons where id = ${record.personId}`,
      readCards(tx, ctx, record),
    ]);
    const facts = factsOf([
      ...toldByDigitalId(ctx, record.personId, persons[0], numbers),
      ...patients.flatMap(({ patient, facility, receivedAt }) =>
        toldByPatient(patient, { kind: "facility", facility, at: receivedAt.toISOString() }),
      ),
    ]);
    return {
      person: bookPerson(ctx, record.personId, persons[0]),
      facts,
      missing: aboutFields.filter((field) => field !== "other-number" && !facts.some((fact) => fact.field === field)),
      cards,
      closed: closedTo(ctx, input.mayAsk),
    };
  });
}

/** What the verified digital ID said at a sign-in. */
function toldByDigitalId(ctx: Ctx, personId: string, row: OwnRow | undefined, numbers: readonly KnownNumber[]): Told[] {
  const own = numbers.flatMap(({ kind, source, since, value }) =>
    kind === "personal_number" && source.startsWith("issuer:")
      ? [{ field: "personal-number" as const, text: value, source: digitalId(since) }]
      : [],
  );
  if (!row?.source.startsWith("issuer:")) return own;
  const source = digitalId(row.updatedAt);
  const [name] = unsealNames(ctx.keys, personId, row.demographics);
  return [
    ...(name ? [{ field: "name" as const, text: name, source }] : []),
    ...(row.low && row.high
      ? [{ field: "birth" as const, text: row.low, birth: { low: row.low, high: row.high }, source }]
      : []),
    ...(row.sex === "unknown" ? [] : [{ field: "sex" as const, text: row.sex, source }]),
    ...own,
  ];
}

const digitalId = (at: Date) => ({ kind: "digital-id" as const, at: at.toISOString() });
