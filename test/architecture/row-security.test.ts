import { describe, expect, test } from "vitest";
import { applicationRoles, roles } from "#db/roles.ts";
import { testDb } from "#test/support/test-db.ts";

const superuser = (await testDb()).raw("superuser");
const ours = Object.values(roles);
const connecting = applicationRoles.map((name) => roles[name]);

/** Tables without row-level security, and why the rights on them are enough. */
const OPEN: Record<string, string> = {
  acts: "opens no record: codes and counts; append-only",
  client_failures: "counts of refused tokens by day and code; portal alone",
  client_keys: "names of public keys and when they were used; portal alone",
  facilities: "public register",
  facility_names: "public register",
  identifier_lookup: "keyed hashes only",
  identifiers: "keyed hash and sealed value; portal and feed alone",
  help_sessions: "hash of a cookie that opens one case; portal alone",
  linked_accounts: "keyed hashes of accounts; asked before a person is known; portal alone",
  machine_clients: "public keys of hospital systems; portal alone",
  notice_acknowledgements: "which notice was read; portal alone",
  oauth_artifacts: "used assertions; portal alone",
  persons: "id, birth interval, sealed names: matching needs them before a person is known",
  proxies: "who acts for whom: asked before a record is open",
  pulled_cursors: "how far a hospital's server was read: times and addresses",
  pulled_sources: "where hospitals' servers are and how they do",
  sessions: "hash of a cookie; portal alone",
  sign_in_attempts: "hashes; portal alone",
  counters: "shared browsers by the hash of their cookie; portal alone",
  passkeys: "public keys of staff; portal alone",
  passkey_challenges: "random bytes to be signed once; portal alone",
  access_locks: "that somebody closed their own access; the guard itself asks it",
  sign_in_history: "when and on what somebody signed in; portal alone",
  staff_roles: "asked with the session; portal alone",
};

describe("row-level security", () => {
  test("is on and forced for every table that is not listed with a reason", async () => {
    const rows = await superuser<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and not (relrowsecurity and relforcerowsecurity)`;
    expect(rows.map((r) => r.name).sort()).toEqual(Object.keys(OPEN).sort());
  });

  test("has a policy for every right that is given on a guarded table", async () => {
    const rights = await superuser<{ table: string; role: string; right: string }[]>`
      select distinct g.table_name as table, g.grantee as role, g.privilege_type as right
      from information_schema.column_privileges g join pg_class c on c.relname = g.table_name and c.relnamespace = 'public'::regnamespace
      where g.grantee = any(${connecting}) and c.relrowsecurity and not c.relispartition`;
    const policies = await superuser<{ table: string; roles: string[]; cmd: string }[]>`
      select tablename as table, roles::text[] as roles, cmd from pg_policies where schemaname = 'public'`;
    const covered = (r: (typeof rights)[number]) =>
      policies.some((p) => p.table === r.table && p.roles.includes(r.role) && (p.cmd === "ALL" || p.cmd === r.right));
    expect(rights.filter((r) => !covered(r))).toEqual([]);
  });

  test("has no policy for everybody, and none for a role that may not touch the table", async () => {
    const rows = await superuser<{ table: string; policy: string; role: string }[]>`
      select p.tablename as table, p.policyname as policy, r.role from pg_policies p, unnest(p.roles) r(role)
      where p.schemaname = 'public' and (r.role = 'public' or not exists (
        select from information_schema.column_privileges g where g.table_name = p.tablename and g.grantee = r.role))`;
    expect(rows).toEqual([]);
  });

  test("reads a setting that is missing or empty as none: no error that tells, no row", async () => {
    const rows = await superuser<{ policy: string; said: string }[]>`
      select policyname as policy, coalesce(qual, '') || coalesce(with_check, '') as said from pg_policies where schemaname = 'public'`;
    for (const { policy, said } of rows.filter((r) => r.said.includes("current_setting"))) {
      expect([policy, said.match(/current_setting\(/g)?.length]).toEqual([
        policy,
        said.match(/NULLIF\(current_setting\('app\.\w+'::text, true\), ''::text\)/g)?.length,
      ]);
    }
  });
});

describe("roles", () => {
  test("none owns a table but the owner, none bypasses, none may become another", async () => {
    expect(
      await superuser`select rolname from pg_roles where rolname = any(${ours}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    ).toEqual([]);
    expect(
      await superuser`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and r.rolname <> ${roles.owner}`,
    ).toEqual([]);
    expect(
      await superuser`
      select member::regrole::text as member, roleid::regrole::text as of from pg_auth_members
      where member = any(select oid from pg_roles where rolname = any(${connecting}))`,
    ).toEqual([]);
  });

  test("the owner does not inherit the guard's sight", async () => {
    const [row] = await superuser<{ inherit: boolean }[]>`
      select m.inherit_option as inherit from pg_auth_members m where m.roleid = ${roles.guard}::regrole and m.member = ${roles.owner}::regrole`;
    expect(row?.inherit ?? false).toBe(false);
  });

  test("no partition, and nothing for everybody, has grants of its own", async () => {
    await superuser`select ensure_log_partitions(14)`;
    expect(
      await superuser`
      select c.relname, a.grantee::regrole::text as to from pg_class c, aclexplode(c.relacl) a
      where c.relispartition and c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner`,
    ).toEqual([]);
    expect(
      await superuser`
      select c.relname from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
    ).toEqual([]);
    expect(
      await superuser`
      select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace = 'public'::regnamespace and a.grantee = 0 and p.prosecdef`,
    ).toEqual([]);
  });

  test("none may make things, or write what the guard trusts", async () => {
    for (const role of connecting) {
      const [row] = await superuser`select has_schema_privilege(${role}, 'public', 'CREATE') as create,
        has_column_privilege(${role}, 'access_events', 'occurred_at', 'INSERT') as time, has_column_privilege(${role}, 'access_events', 'xact', 'INSERT') as xact,
        has_table_privilege(${role}, 'access_events', 'UPDATE') or has_table_privilege(${role}, 'access_events', 'DELETE') or has_table_privilege(${role}, 'access_events', 'TRUNCATE') as change`;
      expect([role, row]).toEqual([role, { create: false, time: false, xact: false, change: false }]);
    }
  });
});

describe("views and functions", () => {
  test("views run with the rights of who asks", async () => {
    expect(
      await superuser`
      select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions, '{}') @> '{security_invoker=true}'`,
    ).toEqual([]);
  });

  test("a function that runs with its owner's rights fixes where it looks for names", async () => {
    const rows = await superuser<{ name: string; fixed: boolean }[]>`
      select proname as name, coalesce(array_to_string(proconfig, ' ') like 'search_path=pg_catalog%', false) as fixed
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`;
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((r) => !r.fixed)).toEqual([]);
  });
});
