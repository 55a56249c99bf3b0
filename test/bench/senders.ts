import type postgres from "postgres";
import { newId } from "#app/shared/ids.ts";
import type { Sender } from "./sources.ts";

/** Registers so many hospitals. */
export async function makeSenders(sql: postgres.Sql, many: number): Promise<Sender[]> {
  const senders = Array.from({ length: many }, (_, i) => ({ id: newId(), code5: String(79_000 + i) }));
  for (const [i, { id, code5 }] of senders.entries()) {
    await sql`insert into facilities (id, kind, legal_basis) values (${id}, 'hospital', 'bench')`;
    await sql`insert into facility_names (facility_id, valid_from, code5, name, short_name) values (${id}, '2010-01-01', ${code5}, ${`Bệnh viện số ${i}`}, ${`BV số ${i}`})`;
  }
  return senders;
}
