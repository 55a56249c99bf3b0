import type { ServerBuild } from "@remix-run/node";

/** The pages as they are built, or a function that gives them anew (development). */
export type Built = ServerBuild | (() => Promise<ServerBuild>);

/** The address of the styles that every page has, for the few pages that are written without rendering. */
export async function stylesheetOf(build: Built): Promise<string | undefined> {
  const { routes } = typeof build === "function" ? await build() : build;
  const links = routes.root?.module.links?.() ?? [];
  const sheet = links.find((link) => "rel" in link && link.rel === "stylesheet");
  return sheet && "href" in sheet ? sheet.href : undefined;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
