import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { type ConnectOptions, connect, type Db } from "#db/client.ts";
import { type RoleName, roles } from "#db/roles.ts";

export interface TestDb {
  name: string;
  /** Address for one of the application's roles, or the owner. */
  url(role: RoleName): string;
  superuserUrl: string;
  connect(role: RoleName, options?: Partial<ConnectOptions>): Db;
  /** A bare client of a role, for raw-SQL tests of what it may not do. */
  raw(role: RoleName | "superuser", max?: number): postgres.Sql;
}

let clones = 0;

/** A database of this test file's own: a clone of the migrated template, dropped afterwards. */
export async function testDb(): Promise<TestDb> {
  const { superuserUrl, template, password } = inject("postgres");
  const name = `t_${process.pid}_${Date.now().toString(36)}_${clones++}`;
  const admin = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template ${template} owner ${roles.owner}`);
  const at = new URL(superuserUrl);
  const address = (user: string, pass: string) => `postgres://${user}:${pass}@${at.host}/${name}`;
  const open: { close(): Promise<unknown> }[] = [];

  afterAll(async () => {
    await Promise.all(open.map((o) => o.close()));
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });

  const url = (role: RoleName) => address(roles[role], password);
  const own = address(at.username, at.password);
  return {
    name,
    url,
    superuserUrl: own,
    connect(role, options) {
      const db = connect(url(role), { applicationName: "test", max: 4, ...options });
      open.push(db);
      return db;
    },
    raw(role, max = 2) {
      const sql = postgres(role === "superuser" ? own : url(role), { max, onnotice: () => undefined });
      open.push({ close: () => sql.end({ timeout: 1 }) });
      return sql;
    },
  };
}
