import { describe, expect, test } from "vitest";
import { openapiDocument } from "#app/http/openapi.ts";
import { machineRoutes, pages } from "#app/urls.ts";
import { readProject, sources } from "#test/support/sources.ts";

const modules = sources(["app/routes"]).map(({ file }) => file.replace(/^app\//, ""));
const table = readProject("app/urls.ts");
const loaded = [...table.matchAll(/import\("\.\/(routes\/[^"]+)"\)/g)].map(([, file]) => file);

describe("the table of URLs", () => {
  test("names every route module, and no other", () => {
    expect([...pages.map((page) => page.file), ...loaded].sort()).toEqual(modules.sort());
  });

  test("names each page once, and each call once", () => {
    expect(new Set(pages.map((page) => page.path)).size).toBe(pages.length);
    expect(new Set(pages.map((page) => page.file)).size).toBe(pages.length);
    expect(new Set(machineRoutes.map((r) => `${r.method} ${r.path}`)).size).toBe(machineRoutes.length);
    expect(loaded).toHaveLength(machineRoutes.length);
  });

  test("keeps machines in their folders, and pages out of them", () => {
    const folder =
      /^\/(fhir|feeds|api|oauth|hooks|ops|\.well-known)(\/|$)|^\/sign-in\/(jwks\.json|backchannel-logout)$/;
    for (const { path } of machineRoutes) expect(path).toMatch(folder);
    for (const { path } of pages) expect(path).not.toMatch(folder);
  });

  test.each([
    ["operator", "operator"],
    ["clinic", "staff"],
    ["staff", "staff"],
    ["citizen", "signed-in"],
    ["public", "public"],
    ["auth", "public"],
  ])("pages of the folder %s are %s", (folder, access) => {
    const own = pages.filter((page) => page.file.startsWith(`routes/${folder}/`));
    expect(own.length).toBeGreaterThan(0);
    for (const page of own) expect([page.file, page.access]).toEqual([page.file, access]);
  });
});

describe("who may open a page is said where its data is read", () => {
  const wrapped = {
    "signed-in": /= (citizen|session)Page[(<]/,
    staff: /= (staff|roster)Page[(<]/,
    operator: /= operatorPage[(<]/,
  };

  test.each(pages.filter((page) => page.access !== "public").map((page) => [page.file, page.access] as const))(
    "%s",
    (file, access) => {
      const text = readProject(`app/${file}`);
      for (const [, name, rest] of text.matchAll(
        /^export (?:const|async function|function) (loader|action)\b(.*)$/gm,
      )) {
        const known =
          access !== "public" &&
          (wrapped[access].test(`${rest}(`) || /^= takesNo(Staff)?Form;$/.test(rest?.trim() ?? ""));
        expect([name, known]).toEqual([name, true]);
      }
      expect(text).toMatch(/^export const loader /m);
    },
  );
});

interface Operation {
  security: object[];
  responses: object;
  parameters?: { name: string; in: string }[];
  requestBody?: object;
}

describe("the OpenAPI document", () => {
  test("lists exactly the machine routes and the token endpoint, with what each needs and answers", async () => {
    const document = (await openapiDocument(machineRoutes, "https://portal.example")) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = machineRoutes.map((r) => `${r.method} ${r.path.replace(/:(\w+)/g, "{$1}")}`);
    expect(listed.sort()).toEqual([...routes, "POST /oauth/token"].sort());
    for (const route of machineRoutes) {
      const said = document.paths[route.path.replace(/:(\w+)/g, "{$1}")]?.[route.method.toLowerCase()];
      expect(said?.security).toEqual(route.access === "public" ? [] : [{ clientCredentials: [route.access.scope] }]);
      const answers = Object.keys(said?.responses ?? {});
      const needed = [
        ...(route.access === "public" ? ["200"] : ["401", "403", "429"]),
        ...(route.access === "public" || route.method === "GET" ? [] : ["503"]),
        ...(said?.requestBody ? ["413", "415"] : []),
      ];
      expect([route.path, needed.filter((status) => !answers.includes(status))]).toEqual([route.path, []]);
      const inPath = (said?.parameters ?? []).flatMap((p) => (p.in === "path" ? [p.name] : []));
      expect([route.path, inPath]).toEqual([route.path, [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1])]);
    }
  });
});
