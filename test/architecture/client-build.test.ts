import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { pages } from "#app/urls.ts";
import { sources } from "#test/support/sources.ts";

const FOLDER = path.resolve("build/client");
const assets = sources(["build/client"], [".js", ".css", ".svg", ".webmanifest"]);
const scripts = assets.filter(({ file }) => file.endsWith(".js"));
const compressed = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(FOLDER, file))).length, 0);

interface Module {
  module: string;
  imports?: string[];
}
const [manifest] = scripts.filter(({ file }) => /manifest-\w+\.js$/.test(file));
const { entry, routes } = JSON.parse(/=(\{.*\});?$/s.exec(manifest?.text ?? "")?.[1] ?? "{}") as {
  entry: Module;
  routes: Record<string, Module>;
};

/** Everything a browser would load for a page, if the page shipped script. */
function loadedBy(route: string): Set<string> {
  const parts = [entry, routes.root, routes[route]].flatMap((part) =>
    part ? [part.module, ...(part.imports ?? [])] : [],
  );
  return new Set(parts);
}

describe("the browser's files hold nothing of the server", () => {
  test.each([
    ["the driver", /CONNECTION_DESTROYED|PostgresError|sslmode/],
    ["drizzle", /drizzle/i],
    ["zod", /ZodError|invalid_union|_zod\b/],
    ["the token server", /oidc-provider|private_key_jwt|client_assertion/],
    ["jose", /JWSSignatureVerificationFailed|JWTExpired/],
    ["Node", /["']node:|process\.env\.(?!NODE_ENV)/],
    ["SQL", /\b(select|insert into|update|delete from)\s+(entries|persons|access_events|sessions|proxies|messages)\b/i],
    ["a way to the sources", /sourceMappingURL/],
  ])("%s", (_what, sign) => {
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter(({ text }) => sign.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test("no sentence that stands in the domain, the adapters, the protocol or the tables", () => {
    const sentences = new Set(
      sources(["app/domain", "app/adapters", "app/http", "app/jobs", "app/commands", "db"]).flatMap(({ text }) =>
        [...text.matchAll(/"([^"\n]{20,})"/g)].map(([, said = ""]) => said).filter((said) => said.includes(" ")),
      ),
    );
    expect(sentences.size).toBeGreaterThan(100);
    const shipped = assets.map(({ text }) => text).join("\n");
    // Headings of a public form stand in both: what the form's reader writes, and what its page is called.
    const catalogue = sources(["app/i18n"])
      .map(({ text }) => text)
      .join("\n");
    expect([...sentences].filter((said) => shipped.includes(said) && !catalogue.includes(`"${said}"`))).toEqual([]);
  });

  test("no file that is not an asset", () => {
    const endings = new Set(sources(["build/client"], [""]).map(({ file }) => path.extname(file)));
    expect(
      [...endings].filter((ending) => ![".js", ".css", ".woff2", ".svg", ".png", ".webmanifest"].includes(ending)),
    ).toEqual([]);
  });
});

describe("what a page weighs, compressed", () => {
  test("the manifest names every page", () => {
    expect(Object.keys(routes).sort()).toEqual(
      ["root", ...pages.map((page) => page.file.replace(/\.tsx?$/, ""))].sort(),
    );
  });

  test("the script of /book stays under 130 kB, even if it shipped any", () => {
    const files = loadedBy("routes/citizen/book");
    const bytes = compressed(files);
    process.stdout.write(
      `/book: ${files.size} scripts, ${(bytes / 1000).toFixed(0)} kB gzipped, none of them shipped\n`,
    );
    expect(files.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(130_000);
  });

  test("the styles stay under 20 kB", () => {
    expect(
      compressed(
        assets.filter(({ file }) => file.endsWith(".css")).map(({ file }) => file.replace("build/client/", "")),
      ),
    ).toBeLessThan(20_000);
  });
});
