import Bowser from "bowser";

const BROWSERS = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set<string>(Object.values(Bowser.OS_MAP));
const LONGEST = 512;

/**
 * What browser on what system, as `Chrome/Android`; `unknown` where neither is known. Names come from the parser's
 * own lists: nothing of what a browser says of itself is kept as it is.
 */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return "unknown";
  const found = Bowser.getParser(userAgent.slice(0, LONGEST));
  const [browser, system] = [found.getBrowserName(), found.getOSName()];
  const known = [BROWSERS.has(browser) ? browser : "", SYSTEMS.has(system) ? system : ""];
  return known.some(Boolean) ? known.join("/") : "unknown";
}
