import { describe, expect, test } from "vitest";
import { readProject, sources } from "#test/support/sources.ts";

const own = sources(["app", "db"]);
const filesWith = (sign: RegExp) => own.filter(({ text }) => sign.test(text)).map(({ file }) => file);

describe("each thing is done in one place", () => {
  test.each([
    ["the environment is read", /process\.env/, ["app/config.ts", "app/launch.mjs"]],
    ["a pool is opened", /\bpostgres\(/, ["db/client.ts", "db/migrate.ts"]],
    ["a transaction is begun", /\.begin\(/, ["db/client.ts"]],
    ["a setting of the session is made", /set_config\([^)]*,\s*false\s*\)/, []],
    ["a setting of the transaction is made", /set_config\(/, ["db/client.ts", "db/migrations"]],
    ["a token is verified", /\bjwtVerify\b/, ["app/adapters/signing/verify-token.ts"]],
    ["something is said to the console", /\bconsole\.\w+\(/, []],
    ["HTML is taken as it is", /dangerouslySetInnerHTML/, []],
    ["a text is run", /\beval\(|new Function\(/, []],
  ] as const)("%s", (_what, sign, where) => {
    const allowed = where as readonly string[];
    expect(filesWith(sign).filter((file) => !allowed.some((a) => file.startsWith(a)))).toEqual([]);
  });

  test("access events are written by the ground alone", () => {
    const writers = filesWith(/insert into access_events/);
    expect(writers.filter((file) => !file.startsWith("app/domain/access/"))).toEqual([]);
  });
});

describe("dependencies", () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(readProject("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const all = { ...dependencies, ...devDependencies };
  const rows = [...readProject("docs/dependencies.md").matchAll(/^\| ([^|]+) \| [^|]+/gm)]
    .map(([, cell = ""]) => cell.trim())
    .filter((cell) => cell !== "package" && !cell.startsWith("---"));

  /** Names of a line; after a name with a scope, short ones are of the same scope. */
  const named = rows.flatMap((cell) => {
    const parts = cell.split(/,\s*/);
    const scope = /^@[^/]+\//.exec(parts[0] ?? "")?.[0] ?? "";
    return parts.map((part) => ({ part, full: part.startsWith("@") ? part : scope + part }));
  });
  const isNamed = (name: string) =>
    named.some(
      ({ part, full }) => part === name || full === name || (part.endsWith("/*") && name.startsWith(part.slice(0, -1))),
    );

  test("each has its line in docs/dependencies.md", () => {
    expect(Object.keys(all).filter((name) => !isNamed(name))).toEqual([]);
  });

  test("each line is of one that is there", () => {
    const names = Object.keys(all);
    const known = ({ part, full }: { part: string; full: string }) =>
      names.includes(part) ||
      names.includes(full) ||
      (part.endsWith("/*") && names.some((n) => n.startsWith(part.slice(0, -1))));
    expect(named.filter((n) => !known(n)).map((n) => n.part)).toEqual([]);
  });

  test("each has one exact version, and the lockfile the same", () => {
    const { packages } = JSON.parse(readProject("package-lock.json")) as {
      packages: Record<string, { version: string }>;
    };
    for (const [name, version] of Object.entries({ ...all, ...overrides })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });
});
