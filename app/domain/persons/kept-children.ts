import { identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { Tx } from "#db/client.ts";
import { ownCluster } from "./cluster.ts";
import { demographicsOf } from "./find-persons.ts";
import type { MatchOptions } from "./match-person.ts";
import type { KnownChild } from "./rules.ts";
import type { ScopedIdentifier } from "./scoped-identifier.ts";

export interface KeptChild extends KnownChild {
  id: string;
  root: string;
  hasPersonalNumber: boolean;
  /** Kinds of numbers this facility has given the child. */
  hasAtFacility: string[];
  holds(identifier: ScopedIdentifier): boolean;
}

interface Row {
  id: string;
  root: string;
  demographics: Buffer | null;
  low: string | null;
  high: string | null;
  sex: KnownChild["sex"];
  birthOrder: number | null;
  hasPersonalNumber: boolean;
  numbers: { kind: string; hash: string; here: boolean }[];
}

/** The children known under a mother, whoever of her cluster they were linked to. */
export async function keptChildren(tx: Pick<Tx, "sql">, options: MatchOptions, motherId: string): Promise<KeptChild[]> {
  const rows = await tx.sql<Row[]>`
    with ${ownCluster(tx.sql, motherId)}
    select c.id, coalesce(c.merged_into, c.id) as root, c.demographics, c.birth_low as low, c.birth_high as high, c.sex,
      max(l.birth_order) as "birthOrder",
      exists (select from identifiers i where i.person_id = c.id and i.kind = 'personal_number' and i.valid_to is null) as "hasPersonalNumber",
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'hash', encode(i.hash, 'hex'), 'here', i.assigner_id is not distinct from ${options.assignerId ?? null}::uuid))
        from identifiers i where i.person_id = c.id and i.kind in ('facility_patient_number', 'temporary_card')), '[]') as numbers
    from own join person_links l on l.other_person_id = own.id and l.kind = 'mother' and l.until is null
    join persons c on c.id = l.person_id
    group by c.id order by c.id`;
  return rows.map((row) => ({
    ...demographicsOf(options.keys, row),
    id: row.id,
    root: row.root,
    birthOrder: row.birthOrder ?? undefined,
    hasPersonalNumber: row.hasPersonalNumber,
    hasAtFacility: row.numbers.filter((n) => n.here).map((n) => n.kind),
    holds: (identifier) => {
      const hashes = identifierHashes(options.keys, identifier).map((hash) => hash.toString("hex"));
      return row.numbers.some((n) => n.kind === identifier.kind && hashes.includes(n.hash));
    },
  }));
}
