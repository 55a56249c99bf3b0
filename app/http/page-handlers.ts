import { createRequestHandler, type GetLoadContextFunction } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { Built } from "./small-page.ts";

type Routes = ServerBuild["routes"];

/**
 * The pages. Remix compiles and ranks all its routes anew three times a page, a quarter of what a page costs: so that
 * each is asked of a build that holds it alone. What no single page is found for (`.data`, other spellings, pages that
 * ship React and its table of routes) is asked of them all.
 */
export function pageHandlers(build: Built, getLoadContext: GetLoadContextFunction, mode: string): RequestHandler {
  const all = createRequestHandler({ build, mode, getLoadContext });
  if (typeof build === "function") return all;
  const find = pageFinder(build.routes);
  const alone = new Map<string, RequestHandler>();
  const handlerOf = (id: string) => {
    const known = alone.get(id) ?? createRequestHandler({ build: holding(build, id), mode, getLoadContext });
    alone.set(id, known);
    return known;
  };
  return (req, res, next) => {
    const id = find(req.path);
    return (id === undefined ? all : handlerOf(id))(req, res, next);
  };
}

/** Finds the one page of a path as it stands in the address: an exact one first, as Remix ranks them. */
export function pageFinder(routes: Routes): (path: string) => string | undefined {
  const exact = new Map<string, string>();
  const patterns: { id: string; pattern: RegExp }[] = [];
  for (const route of Object.values(routes)) {
    const { id, parentId, path, index } = route ?? {};
    if (id === undefined || parentId !== "root" || shipsScript(route)) continue;
    if (index) exact.set("/", id);
    else if (path && !/[:*?]/.test(path)) exact.set(`/${path}`, id);
    else if (path && !/[*?]/.test(path)) patterns.push({ id, pattern: patternOf(path) });
  }
  return (path) => {
    const known = exact.get(path);
    // A page's data has its page's address with an end of its own, which a pattern would take for a part of a name.
    if (known !== undefined || path.endsWith(".data")) return known;
    const found = patterns.filter(({ pattern }) => pattern.test(path));
    return found.length === 1 ? found[0]?.id : undefined;
  };
}

const patternOf = (path: string) =>
  new RegExp(`^/${path.replaceAll(/[.*+^$(){}|[\]\\]/g, "\\$&").replaceAll(/:[^/]+/g, "[^/]+")}$`);

const shipsScript = (route: Routes[string]) => (route?.module.handle as { scripts?: boolean } | undefined)?.scripts;

function holding(build: ServerBuild, id: string): ServerBuild {
  const only = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([key]) => key === "root" || key === id));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
