import type { TransactionSql } from "postgres";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { benefitOf, socialNumberOf } from "../../insurance/rules.ts";

export interface NumberRow {
  personId: string;
  id: string;
  kind: string;
  source: string;
  since: Date;
  sealed: Buffer;
}

/** A number of the opened person, in clear. */
export interface KnownNumber extends Omit<NumberRow, "sealed"> {
  value: string;
}

/** Every number of the person and of those merged with them that still holds, the oldest first. */
export const numbersQuery = (sql: TransactionSql, { personIds }: Pick<OpenedRecord, "personIds">) => sql<NumberRow[]>`
  select person_id as "personId", id, kind, source, valid_from as since, sealed from identifiers
  where person_id = any(${personIds}::uuid[]) and kind in ('personal_number', 'old_id_card', 'passport', 'insurance_card')
    and superseded_by is null and valid_to is null
  order by valid_from, id`;

export const knownNumber = (keys: KeyRing, { sealed, ...row }: NumberRow): KnownNumber => ({
  ...row,
  value: unsealText(keys, { table: "identifiers", owner: row.personId, row: row.id }, sealed),
});

/**
 * The numbers by which the insurer is asked: each card once, under the form that tells the benefit where there is one;
 * without any card the personal number, which takes its place (since 2025).
 */
export function cardNumbers(numbers: readonly KnownNumber[]): KnownNumber[] {
  const cards = new Map<string, KnownNumber>();
  for (const number of numbers.filter(({ kind }) => kind === "insurance_card")) {
    const key = socialNumberOf(number.value);
    const before = cards.get(key);
    if (!before || (!benefitOf(before.value) && benefitOf(number.value))) cards.set(key, number);
  }
  if (cards.size > 0) return [...cards.values()];
  const own = numbers.filter(({ kind }) => kind === "personal_number").at(-1);
  return own ? [own] : [];
}
