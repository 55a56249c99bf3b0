import { pages } from "#app/urls.ts";

const pattern = (path: string) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
const vague = (path: string) => path.split(":").length;

/** The page of the table that an address belongs to; the most exact one, as the router takes it. */
function pageOf(pathname: string): string {
  const fits = pages.filter(({ path }) => path !== "*" && pattern(path).test(pathname));
  return fits.sort((a, b) => vague(a.path) - vague(b.path))[0]?.path ?? "*";
}

/** Pages that no scene has opened: whoever adds a page adds a scene. */
export function uncovered(visited: ReadonlySet<string>): string[] {
  const seen = new Set([...visited].map(pageOf));
  return pages.flatMap(({ path, resource }) => (resource || seen.has(path) ? [] : [path]));
}
