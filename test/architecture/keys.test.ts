import { expect, test } from "vitest";
import { testDb } from "#test/support/test-db.ts";

const superuser = (await testDb()).raw("superuser");

/** Dated data that holds for every facility of a kind. */
const REFERENCE = ["feed_rhythm_defaults"];
/** Tables with a key of their own: hash, code, session or client → its owner's id; no clinical value (design §5.5). */
const LOOKUPS = [
  ...["identifier_lookup", "linked_accounts", "identity_cases", "identity_proposals", "help_sessions"],
  ...["client_keys", "client_failures", "machine_clients", "oauth_artifacts"],
  ...["passkey_challenges", "sessions", "sign_in_attempts"],
];
/** (facility, type, source id or hash) → person and entry: led by the facility, but what they say is whose. */
const FACILITY_LOOKUPS = ["entry_lookup", "entry_identifiers"];
/** The log of acts is about many kinds of things; it is read by time, and copied whole. */
const LOGS = ["acts"];
/** Roots: their key is the id itself. */
const ROOTS = { persons: "person", facilities: "facility" } as Record<string, string>;

interface Table {
  name: string;
  key: string[];
  columns: string[];
}

const tables = await superuser<Table[]>`
  select c.relname as name,
    (select array_agg(a.attname::text order by k.ord) from pg_index i, unnest(i.indkey) with ordinality k(num, ord)
      join pg_attribute a on a.attnum = k.num where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`;

function ownerOf({ name, key }: Table): string {
  if (ROOTS[name]) return ROOTS[name];
  if (LOOKUPS.includes(name) || FACILITY_LOOKUPS.includes(name)) return "lookup";
  if (LOGS.includes(name)) return "log";
  if (REFERENCE.includes(name)) return "reference";
  return { person_id: "person", facility_id: "facility" }[key[0] ?? ""] ?? "nobody";
}

test.each(tables.map((table) => [table.name, table] as const))(
  "%s belongs to a person, a facility or a lookup",
  (_name, table) => {
    expect(table.key, "every table has a primary key").not.toBeNull();
    expect(["person", "facility", "lookup", "log", "reference"]).toContain(ownerOf(table));
  },
);

test("every listed table exists", () => {
  const listed = [...LOOKUPS, ...FACILITY_LOOKUPS, ...LOGS, ...REFERENCE, ...Object.keys(ROOTS)];
  expect(listed.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});

test("lookups hold no clinical value and nothing of anybody's in clear", () => {
  for (const table of tables.filter((t) => ["lookup", "log"].includes(ownerOf(t))))
    expect([table.name, table.columns.filter((c) => /resource$|demographics|diagnos|^value|sealed$/.test(c))]).toEqual([
      table.name,
      [],
    ]);
});

test("what belongs to a person is unique within the person: a cluster can be split by person", async () => {
  const unique = await superuser<{ table: string; index: string; first: string }[]>`
    select t.relname as table, x.relname as index, a.attname as first
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where i.indisunique and t.relnamespace = 'public'::regnamespace and not t.relispartition`;
  const persons = new Set(tables.filter((t) => ownerOf(t) === "person" && !ROOTS[t.name]).map((t) => t.name));
  const wrong = unique.filter((u) => persons.has(u.table) && u.first !== "person_id");
  expect(wrong).toEqual([]);
});

test("no foreign key crosses persons", async () => {
  const keys = await superuser<{ name: string; from: string; to: string; own: string[]; other: string[] }[]>`
    select k.conname as name, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to,
      array(select a.attname::text from unnest(k.conkey) with ordinality n(num, ord) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by n.ord) as own,
      array(select a.attname::text from unnest(k.confkey) with ordinality n(num, ord) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num order by n.ord) as other
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`;
  const ofOnePerson = (names: string[], table: string) => names[0] === (table === "persons" ? "id" : "person_id");
  const crossing = keys.filter(
    (k) =>
      !(k.own[0] === "person_id" && ofOnePerson(k.other, k.to)) &&
      !(k.own[0] === "facility_id" && k.to === "facilities"),
  );
  expect(crossing).toEqual([]);
});
