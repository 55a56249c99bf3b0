import type { Language } from "../../http/language.ts";
import type { Page } from "../../http/layout.ts";
import { type Words, words } from "./words.ts";

/** What the provider's pages need to know. */
export type PageContext = Page<Words> & { portalOrigin: string };

export function pageContext(language: Language, portalOrigin: string): PageContext {
  return { language, t: words[language], portalOrigin };
}
