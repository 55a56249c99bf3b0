// The arrows of docs/architecture.md, as rules with a reason each.
const app = (folder) => `^app/${folder}/`;
const FOUNDATION = "access|audit|persons";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", comment: "A cycle is two rooms that are one.", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nothing-imports-test", severity: "error", comment: "The sandbox must not be deployable by mistake.", from: { path: "^(app|db)/" }, to: { path: "^test/" } },
    { name: "shared-is-pure", severity: "error", comment: "Shared helpers know no subject and do no I/O.", from: { path: app("shared") }, to: { pathNot: [app("shared"), "node_modules"], dependencyTypesNot: ["core"] } },
    { name: "shared-without-io", severity: "error", comment: "Shared helpers run in browsers too.", from: { path: app("shared") }, to: { dependencyTypes: ["core"] } },
    { name: "db-stands-alone", severity: "error", comment: "Tables and migrations can be understood without the application.", from: { path: "^db/" }, to: { path: "^app/", pathNot: [app("shared")] } },
    { name: "adapters-know-no-subject", severity: "error", comment: "The outside world's protocols know nothing of ours.", from: { path: "^app/adapters/([^/]+)/" }, to: { path: "^(app|db)/", pathNot: ["^app/adapters/$1/", "^app/adapters/keys/", app("shared")] } },
    {
      name: "subjects-import-only-the-foundation",
      severity: "error",
      comment: "Subjects do not call each other: a reaction is a job. Access, audit and persons are the ground they all stand on.",
      from: { path: "^app/domain/([^/]+)/" },
      to: { path: "^app/domain/", pathNot: ["^app/domain/$1/", `^app/domain/(${FOUNDATION})/`] },
    },
    { name: "access-imports-no-subject", severity: "error", comment: "The decision depends on nobody.", from: { path: "^app/domain/access/" }, to: { path: "^app/domain/", pathNot: "^app/domain/access/" } },
    { name: "foundation-stays-below", severity: "error", comment: "What all subjects stand on stands on none of them.", from: { path: "^app/domain/(audit|persons)/" }, to: { path: "^app/domain/", pathNot: `^app/domain/(${FOUNDATION})/` } },
    { name: "internal-stays-inside", severity: "error", comment: "internal/ is a room of its own subject.", from: { path: "^app/domain/([^/]+)/" }, to: { path: "^app/domain/[^/]+/internal/", pathNot: "^app/domain/$1/" } },
    { name: "internal-not-from-outside", severity: "error", comment: "Verbs are the doors of a subject.", from: { path: "^app/(?!domain/)" }, to: { path: "^app/domain/[^/]+/internal/" } },
    { name: "domain-without-framework", severity: "error", comment: "The framework can be replaced; what the portal does cannot.", from: { path: app("domain") }, to: { path: "node_modules/(@remix-run|react|express|graphile-worker)" } },
    { name: "domain-below-http", severity: "error", comment: "One direction: routes, domain, database.", from: { path: app("domain") }, to: { path: "^app/(routes|http|ui|jobs|commands|server|worker|config|feed-thread)" } },
    { name: "domain-speaks-codes", severity: "error", comment: "Text comes from the catalogue; only notifications may read it.", from: { path: app("domain"), pathNot: "^app/domain/notifications/" }, to: { path: app("i18n") } },
    { name: "rules-and-views-are-pure", severity: "error", comment: "Decisions and shapes hold no SQL.", from: { path: "^app/domain/[^/]+/(rules|view)\\.ts$" }, to: { path: ["^db/", "node_modules/(postgres|drizzle-orm)"], dependencyTypesNot: ["type-only"] } },
    { name: "ui-knows-types-only", severity: "error", comment: "A component sees view models, never the store.", from: { path: app("ui") }, to: { path: "^(app/(domain|adapters|http|routes|jobs)|db)/", dependencyTypesNot: ["type-only"] } },
    { name: "ui-not-adapters-or-db", severity: "error", comment: "Not even their types: the wire's shape must not reach the pixel.", from: { path: app("ui") }, to: { path: "^(app/adapters|db)/" } },
    { name: "i18n-stands-alone", severity: "error", comment: "Words depend on nothing but helpers.", from: { path: app("i18n") }, to: { path: "^(app|db)/", pathNot: [app("i18n"), app("shared")], dependencyTypesNot: ["type-only"] } },
    { name: "routes-hold-no-sql", severity: "error", comment: "A route is who, parse, one domain call.", from: { path: "^app/(routes|jobs)/" }, to: { path: ["^db/", "node_modules/(postgres|drizzle-orm)"], dependencyTypesNot: ["type-only"] } },
    { name: "routes-not-adapters", severity: "error", comment: "The outside world is reached through the domain.", from: { path: "^app/(routes|jobs)/" }, to: { path: app("adapters"), dependencyTypesNot: ["type-only"] } },
    { name: "http-not-routes", severity: "error", comment: "What every route needs does not know them.", from: { path: app("http") }, to: { path: "^app/(routes|jobs|commands)/" } },
    { name: "one-config", severity: "error", comment: "config.ts is read where processes begin, and its type in http.", from: { path: "^app/(domain|adapters|shared|ui|i18n|routes|jobs)/" }, to: { path: "^app/config\\.ts$" } },
    { name: "remix-in-the-outer-ring", severity: "error", comment: "Remix stays replaceable.", from: { pathNot: ["^app/(routes|http|ui/primitives|root|entry|routes\\.ts)", "^test/", "^vite\\.config"] }, to: { path: "node_modules/@remix-run" } },
    { name: "not-to-unresolvable", severity: "error", comment: "An import that leads nowhere.", from: {}, to: { couldNotResolve: true } },
    { name: "no-dev-dependencies-in-app", severity: "error", comment: "Production installs dependencies alone.", from: { path: "^(app|db)/", pathNot: ["^app/launch\\.mjs$", "^app/routes\\.ts$", "^app/ui/styles/"] }, to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.data|node_modules/\\.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], mainFields: ["module", "main", "types"] },
  },
};
