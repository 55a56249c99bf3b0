import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { demographicsOf } from "#app/domain/persons/find-persons.ts";
import { compare } from "#app/domain/persons/rules.ts";
import type { Tx } from "#db/client.ts";
import { LOOKED_UP, needsSecond } from "../case-rules.ts";
import type { ClaimantView } from "../case-view.ts";
import { accountsOf, accountView } from "./accounts.ts";
import { type ClaimedPerson, claimedNumbers, saidOf } from "./claimed-person.ts";
import { BY_ACCOUNT, ledTo } from "./led-to.ts";

export interface ClaimOf {
  account: Buffer;
  issuer: string;
  claimed: ClaimedPerson;
  /** Whom operators have looked up. */
  lookedUp: string[];
}

type PersonRow = Parameters<typeof demographicsOf>[1] & { deceased: boolean; hasNumber: boolean };

/** Everybody the account may belong to: whom it leads to, whom its numbers lead to, whom an operator has looked up. */
export async function claimantsOf(
  tx: Tx,
  { keys, digitalIds }: { keys: KeyRing; digitalIds: DigitalIds },
  { account, issuer, claimed, lookedUp }: ClaimOf,
): Promise<ClaimantView[]> {
  const numbers = claimedNumbers(claimed);
  const by = await ledTo(tx, keys, { account, claimed });
  const linked = [...by].find(([, how]) => how.includes(BY_ACCOUNT))?.[0];
  const known = [...by.values()].some((how) => how.includes("personal_number"));
  const looked = await tx.sql<{ root: string }[]>`
    select distinct coalesce(merged_into, id) as root from persons where id = any(${lookedUp}::uuid[])`;
  for (const { root } of looked) if (!by.has(root)) by.set(root, [LOOKED_UP]);
  const roots = [...by.keys()];
  const rows = await tx.sql<PersonRow[]>`
    select p.id, p.demographics, p.birth_low as low, p.birth_high as high, p.sex, p.deceased_on is not null as deceased,
      exists (select from persons c join identifiers i on i.person_id = c.id and i.kind = 'personal_number' and i.valid_to is null
        where c.id = p.id or c.merged_into = p.id) as "hasNumber"
    from persons p where p.id = any(${roots}::uuid[])`;
  const accounts = (await accountsOf(tx, roots)).filter((row) => row.endedAt === null);
  return roots.flatMap((root) => {
    const row = rows.find((one) => one.id === root);
    if (!row) return [];
    const person = demographicsOf(keys, row);
    const theirs = accounts.filter((one) => one.root === root);
    return {
      id: root,
      ...person,
      deceased: row.deceased,
      by: by.get(root) ?? [],
      second: needsSecond(by.get(root) ?? []),
      agreement: compare(person, saidOf(claimed, numbers)),
      accounts: theirs.map((one) => accountView(digitalIds, one)),
      replaces: theirs.some((one) => one.issuer === issuer && !one.hash.equals(account)),
      linked: linked === root,
      reissue: claimed.personalNumber !== undefined && !known && row.hasNumber,
    };
  });
}
