/**
 * The database roles (design §5.3). `owner` runs migrations; the rest are what processes connect as.
 * `guard` owns the functions the policies call: it can see what they need and nobody can log in as it.
 * The owner may give functions to it but must not inherit its sight, hence NOINHERIT.
 */
export const roles = {
  owner: "so_khoe_owner",
  guard: "so_khoe_guard",
  portal: "so_khoe_portal",
  feed: "so_khoe_feed",
  worker: "so_khoe_worker",
  seal: "so_khoe_seal",
  portalReadOnly: "so_khoe_portal_ro",
} as const;

export type RoleName = keyof typeof roles;

/** Roles a process may connect as; every one of them is held by row-level security. */
export const applicationRoles = ["portal", "feed", "worker", "seal", "portalReadOnly"] as const satisfies RoleName[];

/** Statements a database administrator runs once per cluster; harmless when run again. */
export function createRoles(): string {
  const create = Object.values(roles).map(
    (role) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nosuperuser nobypassrls nocreatedb nocreaterole noinherit nologin;
  end if;
end $$;`,
  );
  return [...create, `grant ${roles.guard} to ${roles.owner} with admin option;`].join("\n");
}
