import type { Tx } from "#db/client.ts";
import type { Cases } from "./case-of.ts";
import type { Case } from "./kept-cases.ts";
import type { Planned } from "./plan.ts";

interface Move {
  from: { person: string; case: string };
  to: Case;
  /** Only this entry goes; else all of the case. */
  entry: string | undefined;
}

/** An entry that is appended. */
interface Appended {
  entry: Planned;
  entryId: string;
  current: boolean;
}

/**
 * Brings what was sent before into the case it turns out to be of. What it was hidden or labelled by
 * goes with it: the database copies that, for the feed may not see it.
 */
export async function moveCases(
  tx: Tx,
  { personId, cluster }: { personId: string; cluster: string[] },
  cases: Cases,
  appended: Appended[],
  fromOthers: { person: string; entryId: string; caseId: string }[],
): Promise<void> {
  const whole: Move[] = [];
  const single: Move[] = [];
  const add = (from: string, to: Case, entryId: string) => {
    if (from === to.id) return;
    const move = { from: { person: personId, case: from }, to };
    if (from === entryId) whole.push({ ...move, entry: undefined });
    else single.push({ ...move, entry: entryId });
  };
  for (const { entry, entryId, current } of appended) {
    const to = cases.of.get(entry);
    const kept = cases.keptOf(entry);
    // An older version that comes late says where the entry belongs only if nothing else does.
    if (!to || (!current && (kept?.visit || !to.visit))) continue;
    add(entryId, to, entryId);
    if (kept && kept.id !== entryId) add(kept.id, to, entryId);
  }
  for (const { kept, to } of cases.joining) add(kept.id, to, kept.entryId);
  const arrived = new Map(appended.map((a) => [a.entryId, a.entry]));
  for (const { person, entryId, caseId } of fromOthers) {
    const entry = arrived.get(entryId);
    const to = entry && cases.of.get(entry);
    if (to) single.push({ from: { person, case: caseId }, to, entry: entryId });
  }
  const moves = [...(await withRows(tx, cluster, whole)), ...single];
  if (moves.length === 0) return;
  await tx.sql`select move_cases(${personId}, ${JSON.stringify(
    moves.map(({ from, to, entry }) => ({
      from_person: from.person,
      from_case: from.case,
      to_case: to.id,
      to_visit: to.visit,
      entry: entry ?? null,
    })),
  )}::jsonb)`;
}

/** Most entries never were a case of their own. */
async function withRows(tx: Tx, cluster: string[], moves: Move[]): Promise<Move[]> {
  if (moves.length === 0) return [];
  const cases = moves.map((m) => m.from.case);
  const found = new Set<string>();
  // One person after the other: compared as a scalar, only their partition is looked at.
  for (const id of cluster) {
    const rows = await tx.sql<{ id: string }[]>`
      select distinct case_id as id from entries where person_id = ${id} and case_id = any(${cases}::uuid[])`;
    for (const row of rows) found.add(row.id);
  }
  return moves.filter((m) => found.has(m.from.case));
}
