import os from "node:os";
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

/** A worker loads a module once, not once per file: a third of the run. No module of ours keeps state of its own. */
const SHARING = { isolate: false };

export default defineConfig({
  test: {
    globalSetup: [],
    // Vitest's own choice on two cores is one worker, which waits for PostgreSQL half of its time.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      project("domain", ["test/{domain,adapters,db,shared,commands,i18n,jobs}/**/*.test.ts"], SHARING),
      project("http", ["test/{http,routes,sandbox,feed-agent}/**/*.test.ts"], SHARING),
      project("ui", ["test/{ui,print}/**/*.test.{ts,tsx}"], SHARING),
      project("architecture", ["test/architecture/**/*.test.ts"], SHARING),
      project("long", ["test/long/**/*.test.ts"], { testTimeout: 900_000 }),
      project("journeys", ["test/journeys/**/*.test.ts"], { ...SHARING, testTimeout: 60_000 }),
    ],
  },
});
