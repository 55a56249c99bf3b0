import { index, type RouteConfig, type RouteConfigEntry, route } from "@remix-run/route-config";
import { pages } from "./urls.ts";

/** The pages of `urls.ts` as Remix wants them; route ids are the module paths. */
const entry = (path: string, file: string): RouteConfigEntry =>
  path === "/" ? index(file) : route(path.replace(/^\//, ""), file);

export default pages.map(({ path, file }) => entry(path, file)) satisfies RouteConfig;
