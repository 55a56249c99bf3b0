import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], extra: object = {}) => ({
  test: {
    name,
    include,
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    ...extra,
  },
});

export default defineConfig({
  test: {
    globalSetup: [],
    projects: [
      project("domain", ["test/{domain,adapters,db,shared,commands,i18n,jobs}/**/*.test.ts"]),
      project("http", ["test/{http,routes,sandbox,feed-agent}/**/*.test.ts"]),
      project("ui", ["test/ui/**/*.test.tsx"]),
      project("architecture", ["test/architecture/**/*.test.ts"]),
      project("long", ["test/long/**/*.test.ts"], { testTimeout: 900_000 }),
      project("journeys", ["test/journeys/**/*.test.ts"], { testTimeout: 60_000 }),
    ],
  },
});
