import { identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type IdentifierKind, normaliseIdentifier } from "#app/shared/identifiers.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { unsealNames } from "./demographics.ts";
import type { KnownDemographics } from "./rules.ts";
import { FINDING, type ScopedIdentifier } from "./scoped-identifier.ts";

/** Somebody these identifiers lead to: the root of the cluster, and who of it they lead to. */
export interface FoundPerson {
  id: string;
  known: KnownDemographics;
  /** Who of the cluster has the number; the root itself when nobody was merged. */
  member: { id: string; known: KnownDemographics };
  /** Kinds of the identifiers that led here. */
  by: IdentifierKind[];
  /** Of the personal numbers said, how many are theirs, and how many of these another has replaced. */
  personalNumbers: number;
  replacedNumbers: number;
  hasPersonalNumber: boolean;
}

interface Row {
  id: string;
  demographics: Buffer | null;
  low: string | null;
  high: string | null;
  sex: KnownDemographics["sex"];
  memberId: string;
  memberDemographics: Buffer | null;
  memberLow: string | null;
  memberHigh: string | null;
  memberSex: KnownDemographics["sex"];
  by: IdentifierKind[];
  personalNumbers: number;
  replacedNumbers: number;
  hasPersonalNumber: boolean;
}

/**
 * Everybody the finding ones of these identifiers lead to. A temporary card that was given to two leads
 * nowhere. A personal number says who of a cluster is meant, before any other kind does.
 */
export async function findPersons(
  tx: Pick<Tx, "sql">,
  keys: KeyRing,
  identifiers: ScopedIdentifier[],
): Promise<FoundPerson[]> {
  const wanted = identifiers
    .filter((i) => FINDING.has(i.kind))
    .flatMap((i) => {
      const said = normaliseIdentifier(i.value);
      return identifierHashes(keys, i).map((hash) => ({ kind: i.kind, hash, said }));
    });
  if (wanted.length === 0) return [];
  const rows = await tx.sql<Row[]>`
    with hit as (
      select l.kind, w.said, p.id as member, coalesce(p.merged_into, p.id) as root,
        l.kind = 'personal_number' and exists (select from identifiers i
          where i.person_id = l.person_id and i.kind = l.kind and i.hash = l.hash and i.valid_to is not null) as replaced
      from unnest(${wanted.map((w) => w.kind)}::text[], ${byteaArray(
        tx.sql,
        wanted.map((w) => w.hash),
      )}, ${wanted.map((w) => w.said)}::text[]) as w (kind, hash, said)
      join identifier_lookup l on l.kind = w.kind and l.hash = w.hash
      join persons p on p.id = l.person_id
      where l.kind <> 'temporary_card' or not exists (
        select from identifiers i where i.kind = 'temporary_card' and i.hash = l.hash and i.person_id <> l.person_id)
    ), one as (
      select root, (array_agg(member order by kind = 'personal_number' desc, member = root desc, member))[1] as member,
        array_agg(distinct kind) as by, count(distinct said) filter (where kind = 'personal_number')::int as numbers, count(distinct said) filter (where replaced)::int as replaced
      from hit group by root
    )
    select root.id, root.demographics, root.birth_low as low, root.birth_high as high, root.sex,
      m.id as "memberId", m.demographics as "memberDemographics", m.birth_low as "memberLow", m.birth_high as "memberHigh", m.sex as "memberSex",
      one.by, one.numbers as "personalNumbers", one.replaced as "replacedNumbers",
      exists (select from persons c join identifiers i on i.person_id = c.id and i.kind = 'personal_number' and i.valid_to is null
        where c.id = root.id or c.merged_into = root.id) as "hasPersonalNumber"
    from one join persons root on root.id = one.root join persons m on m.id = one.member order by root.id`;
  return rows.map((row) => {
    const { id, by, personalNumbers, replacedNumbers, hasPersonalNumber } = row;
    const known = demographicsOf(keys, row);
    const member =
      row.memberId === id
        ? { id, known }
        : {
            id: row.memberId,
            known: demographicsOf(keys, {
              id: row.memberId,
              demographics: row.memberDemographics,
              low: row.memberLow,
              high: row.memberHigh,
              sex: row.memberSex,
            }),
          };
    return { id, known, member, by, personalNumbers, replacedNumbers, hasPersonalNumber };
  });
}

/** A person's row as it is compared. */
export const demographicsOf = (
  keys: KeyRing,
  row: Pick<Row, "id" | "demographics" | "low" | "high" | "sex">,
): KnownDemographics => ({
  names: unsealNames(keys, row.id, row.demographics),
  birth: row.low && row.high ? { low: row.low, high: row.high } : undefined,
  sex: row.sex,
});
