import { spawnSync } from "node:child_process";
import fs from "node:fs";

export interface SystemUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: it then runs as whoever owns the data already, or as nobody. */
export function serverUser(data: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = fs.statSync(data, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): SystemUser {
  const id = (what: string) => Number(spawnSync("id", [what, "nobody"], { encoding: "utf8" }).stdout || 65_534);
  return { uid: id("-u"), gid: id("-g") };
}
