import type { Ctx } from "#app/domain/access/context.ts";
import { demographicsOf } from "#app/domain/persons/find-persons.ts";
import { masked } from "#app/domain/persons/mask.ts";
import { compare } from "#app/domain/persons/rules.ts";
import { scoped } from "#app/domain/persons/scoped-identifier.ts";
import type { CandidateView, SaidView } from "../quarantine-view.ts";
import type { SaidInDelivery } from "./open-case.ts";

/** Everybody it may be about as they are known, and where what was said agrees. */
export async function candidateViews(
  ctx: Pick<Ctx, "db" | "keys">,
  said: SaidInDelivery,
  candidates: { personId: string; by: string[]; contradicts: string | undefined }[],
): Promise<CandidateView[]> {
  const rows = await ctx.db.sql<
    {
      id: string;
      demographics: Buffer | null;
      low: string | null;
      high: string | null;
      sex: CandidateView["sex"];
      deceased: boolean;
    }[]
  >`
    select id, demographics, birth_low as low, birth_high as high, sex, deceased_on is not null as deceased
    from persons where id = any(${candidates.map((c) => c.personId)}::uuid[])`;
  return candidates.flatMap(({ personId, by, contradicts }) => {
    const row = rows.find((r) => r.id === personId);
    if (!row) return [];
    const known = demographicsOf(ctx.keys, row);
    return { id: personId, ...known, deceased: row.deceased, by, contradicts, agreement: compare(known, said) };
  });
}

/** Each number as what it is, whatever field it came in. National ones are masked; the facility's own is what one asks the facility by. */
export function saidView(said: SaidInDelivery, reveal: boolean): SaidView {
  const shown = (identifiers: SaidInDelivery["identifiers"]) =>
    identifiers
      .map((said) => scoped(said, undefined))
      .map(({ kind, value }) => ({
        kind,
        value: reveal || kind === "facility_patient_number" ? value : masked(value),
      }));
  const { names, birth, sex, birthOrder, addresses, phones, mother } = said;
  return {
    names,
    birth,
    sex,
    birthOrder,
    addresses,
    phones,
    identifiers: shown(said.identifiers),
    mother: mother && { names: mother.names, identifiers: shown(mother.identifiers) },
  };
}
