import type { ServerBuild } from "@remix-run/node";
import type { Config } from "#app/config.ts";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { siteCatalogue } from "#app/i18n/site.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import type { Translate } from "#app/i18n/translate.ts";
import { vi } from "#app/i18n/vi.ts";

/** The pages as they are built, or a function that gives them anew (development). */
export type Built = ServerBuild | (() => Promise<ServerBuild>);

/** What stands on a small page: its title, and the HTML under it. */
export interface Small {
  title: string;
  main: string;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/**
 * A page written without rendering, for what hundreds a second get while others work on undisturbed; with the words,
 * styles and head of every page.
 */
export async function smallPage(
  { site }: Pick<Config, "site">,
  build: Built,
  language: Locale,
  words: (t: Translate) => Small,
): Promise<string> {
  const style = await stylesheetOf(build);
  const { t } = makeI18n(siteCatalogue(language === "en" ? en : vi, language, site), language);
  const { title, main } = words(t);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)} – ${escaped(t("common.brand"))}</title>
${style ? `<link rel="stylesheet" href="${escaped(style)}">` : ""}<link rel="icon" type="image/svg+xml" href="/favicon.svg"></head>
<body><div class="shell"><header class="top"><div class="page top-row"><a class="brand" href="/"><img src="/favicon.svg" width="36" height="36" alt="">
<span><b>${escaped(t("common.brand"))}</b><small>${escaped(t("common.department"))}</small></span></a></div></header>
<main id="main"><div class="page"><div class="prose"><div class="head"><h1>${escaped(title)}</h1></div><div class="stack">${main}</div></div></div></main></div></body></html>`;
}

/** Whom to call, as something to press. */
export function helpLine(t: Translate, words: string): string {
  const number = t("common.helpLine");
  return `<p class="foot-help">${escaped(words)} <a class="phone" href="tel:${number.replaceAll(" ", "")}">${escaped(t("shell.call", { number }))}</a></p>`;
}

/** The address of the styles that every page has. */
async function stylesheetOf(build: Built): Promise<string | undefined> {
  const { routes } = typeof build === "function" ? await build() : build;
  const links = routes.root?.module.links?.() ?? [];
  const sheet = links.find((link) => "rel" in link && link.rel === "stylesheet");
  return sheet && "href" in sheet ? sheet.href : undefined;
}
