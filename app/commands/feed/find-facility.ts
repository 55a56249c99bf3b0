import type { Db } from "#db/client.ts";

/** The facility with this 5-character code, else the health department. */
export async function findFacility(db: Db, code: string | undefined): Promise<string> {
  const found = code
    ? await db.sql<
        { id: string }[]
      >`select facility_id as id from facility_names where code5 = ${code.toUpperCase()} and valid_to is null`
    : await db.sql<{ id: string }[]>`select id from facilities where kind = 'department' order by created_at limit 1`;
  const [facility] = found;
  if (facility) return facility.id;
  throw new Error(
    code
      ? `There is no facility with the code ${code}.`
      : "Say which facility sends this: --facility and its 5-character code.",
  );
}
