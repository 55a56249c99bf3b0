import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import type { Tx } from "#db/client.ts";
import type { CardView } from "../../insurance/view.ts";
import { readIdentity, type SentIdentity } from "../about/identity-rows.ts";
import { cardsOf, checksQuery, placesQuery } from "./cards.ts";
import { type KnownNumber, knownNumber, numbersQuery } from "./numbers.ts";

export interface ReadCards {
  cards: CardView[];
  numbers: KnownNumber[];
  patients: SentIdentity["patients"];
  /** Names of facilities by their code of the insurer. */
  places: readonly { code: string; name: string }[];
}

/** The person's cards with the insurer's last answers, and what they were read from: where identity is open. */
export async function readCards(tx: Tx, ctx: Ctx, record: OpenedRecord): Promise<ReadCards> {
  const [rows, checks, places] = await Promise.all([
    numbersQuery(tx.sql, record),
    checksQuery(tx.sql, record),
    placesQuery(tx.sql),
  ]);
  const { patients, coverages } = await readIdentity(tx, ctx, record, rows);
  const numbers = rows.map((row) => knownNumber(ctx.keys, row));
  return { cards: cardsOf(ctx, { numbers, coverages, checks, places }), numbers, patients, places };
}
