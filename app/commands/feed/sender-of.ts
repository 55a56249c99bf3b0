import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import type { Db } from "#db/client.ts";

/** Where the envelope names its sender; looked for first, since reading the whole package costs more. */
const NAMED = /<MACSKCB>\s*([0-9A-Za-z]{5})\s*<\/MACSKCB>/i;
const HEAD = 4_096;

/** The facility whose code a package carries, by the code of today or one it had before; none when nobody has it. */
export async function senderOf(db: Db, bytes: Uint8Array): Promise<string | undefined> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const code = NAMED.exec(head)?.[1] ?? readPackage(bytes).package?.maCskcb;
  if (!code) return undefined;
  const [facility] = await db.sql<{ id: string }[]>`
    select facility_id as id from facility_names where code5 = ${code.toUpperCase()} order by valid_to is null desc, valid_from desc limit 1`;
  return facility?.id;
}
