import { newId } from "#app/shared/ids.ts";
import { type PageRoute, pages } from "#app/urls.ts";

/** An address of this pattern: parameters are filled in, what is not given with an id nothing has. */
export const addressOf = (path: string, params: Record<string, string> = {}): string =>
  path === "*" ? "/no-such-page" : path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? newId());

/** Remix's id of a page's route, as `?_routes=` names it. */
export const routeIdOf = (page: Pick<PageRoute, "file">): string => page.file.replace(/\.tsx$/, "");

/** Where Remix answers for a page's data alone; the query stays. */
export function dataAddress(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "/_root" : path}.data${query === undefined ? "" : `?${query}`}`;
}

/** Every way to ask for a page: the document, its data, and the data of each of the portal's routes alone. */
export function waysToAsk(address: string): string[] {
  const data = dataAddress(address);
  const routes = ["root", ...pages.map(routeIdOf)].map(encodeURIComponent);
  return [address, data, ...routes.map((id) => `${data}${data.includes("?") ? "&" : "?"}_routes=${id}`)];
}

/**
 * Of a page's data asked for by route: its own and the root's, and a quarter of the others, in turn from page to page.
 * All pages by all routes are four thousand requests, and the other pages' routes are asked in their turn.
 */
export function someWays(page: Pick<PageRoute, "file" | "path">, address: string): string[] {
  const turn = pages.findIndex(({ path }) => path === page.path);
  const own = [encodeURIComponent(routeIdOf(page)), "root"].map((id) => `_routes=${id}`);
  return waysToAsk(address)
    .slice(2)
    .filter((way, n) => n % 4 === turn % 4 || own.some((one) => way.endsWith(one)));
}
