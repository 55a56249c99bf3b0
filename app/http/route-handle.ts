import type { Translate } from "#app/i18n/translate.ts";

/** What a page tells the document around it. */
export interface RouteHandle<D = never> {
  /** The page's own part of the title. `data` is what its loader gave. */
  title?: (t: Translate, data: D) => string;
  /** The page needs React in the browser; without this it ships no script. */
  scripts?: boolean;
  /** Small scripts of its own, by their addresses: the page works without them too. */
  files?: readonly string[];
}
