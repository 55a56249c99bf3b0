import type { Config } from "#app/config.ts";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { siteCatalogue } from "#app/i18n/site.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";
import { type Built, escaped, stylesheetOf } from "./small-page.ts";

/** What the waiting page goes on with. */
export interface Waiting {
  language: Locale;
  returnTo: string;
  provider: string | undefined;
}

/**
 * The page for whom there is no room just now. Written without rendering, for it is what hundreds a second get while
 * others work on undisturbed; the same words and styles as every page.
 */
export function busyPage(config: Pick<Config, "site">, build: Built): (waiting: Waiting) => Promise<string> {
  const kept = new Map<Locale, Promise<[before: string, after: string]>>();
  const frameOf = (language: Locale) => {
    const known = kept.get(language) ?? frame(config, build, language);
    kept.set(language, known);
    return known;
  };
  return async ({ language, returnTo, provider }) => {
    const [before, after] = await frameOf(language);
    const hidden = Object.entries({ returnTo, provider })
      .map(([name, value]) => (value ? `<input type="hidden" name="${name}" value="${escaped(value)}">` : ""))
      .join("");
    return before + hidden + after;
  };
}

/** Everything around the fields of its form; made once for each language. */
async function frame(config: Pick<Config, "site">, build: Built, language: Locale): Promise<[string, string]> {
  const style = await stylesheetOf(build);
  const { t } = makeI18n(siteCatalogue(language === "en" ? en : vi, language, config.site), language);
  const before = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(t("busy.title"))} · ${escaped(t("common.brand"))}</title>
${style ? `<link rel="stylesheet" href="${escaped(style)}">` : ""}<link rel="icon" type="image/svg+xml" href="/favicon.svg"></head>
<body><div class="shell"><main id="main"><div class="page"><div class="prose"><div class="head"><h1>${escaped(t("busy.title"))}</h1>
<p class="lead">${escaped(t("busy.lead"))}</p></div><div class="stack"><p>${escaped(t("busy.retries"))}</p>
<form method="post" action="/sign-in">`;
  const after = `<button type="submit" class="btn btn-second btn-wide">${escaped(t("busy.now"))}</button></form>
<p>${escaped(t("busy.others"))}</p><p class="foot-help">${escaped(t("busy.help"))}</p></div></div></div></main></div></body></html>`;
  return [before, after];
}
