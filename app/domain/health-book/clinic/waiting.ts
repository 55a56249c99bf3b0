import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outOfScope } from "#app/domain/access/open-record.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";

/** A row of the facility's inbox: whose result, what it is made of, how often it was explained. */
export interface WaitingRow {
  entryId: string;
  personId: string;
  members: string[];
  comments: number;
}

/** Who may see what waits at all: clinicians on duty; what is theirs to open is decided for each person. */
export function requireClinician({ actor }: Ctx<Staff>): void {
  if (actor.kind !== "clinician") throw outOfScope();
  requireBookLevel(actor);
}

/** Rows of a person together: one event opens them all. */
export function byPerson(rows: readonly WaitingRow[]): WaitingRow[][] {
  const persons = new Map<string, WaitingRow[]>();
  for (const row of rows) persons.set(row.personId, [...(persons.get(row.personId) ?? []), row]);
  return [...persons.values()];
}
