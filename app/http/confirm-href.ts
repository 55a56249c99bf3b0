import { pages } from "#app/urls.ts";

/**
 * The page that asks whether it is really them, for an act of the table of assurance. Slashes stay as they are,
 * for the way back may lead through here again, and ways with written slashes are refused.
 */
export function confirmHref(action: string, returnTo?: string, reason?: string, reference?: string): string {
  const query = Object.entries({ for: action, returnTo, reason, reference }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`],
  );
  return `/sign-in/confirm?${query.join("&")}`;
}

/** Files have no page to come back to: the way to them is shown when all is confirmed. */
export const isFile = (path: string): boolean =>
  pages.some((page) => page.resource && page.path === path.split("?")[0]);
