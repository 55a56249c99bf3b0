import type { Config } from "#app/config.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { type Built, escaped, helpLine, smallPage } from "./small-page.ts";

/** What the waiting page goes on with, and why there is one: the portal is full, or this browser alone asks too much. */
export interface Waiting {
  why: "wait" | "slow";
  language: Locale;
  returnTo: string;
  provider: string | undefined;
}

const FIELDS = "<!-- fields -->";

/** The page for whom there is no room just now; made once for each language and reason. */
export function busyPage(config: Pick<Config, "site">, build: Built): (waiting: Waiting) => Promise<string> {
  const kept = new Map<string, Promise<string>>();
  const frameOf = (why: Waiting["why"], language: Locale) => {
    const known = kept.get(`${why} ${language}`) ?? smallPage(config, build, language, (t) => written(t, why));
    kept.set(`${why} ${language}`, known);
    return known;
  };
  return async ({ why, language, returnTo, provider }) => {
    const hidden = Object.entries({ returnTo, provider })
      .map(([name, value]) => (value ? `<input type="hidden" name="${name}" value="${escaped(value)}">` : ""))
      .join("");
    return (await frameOf(why, language)).replace(FIELDS, () => hidden);
  };
}

function written(t: Translate, why: Waiting["why"]) {
  const p = (words: string, className?: string) =>
    `<p${className ? ` class="${className}"` : ""}>${escaped(words)}</p>`;
  const button = (look: string) =>
    `<form method="post" action="/sign-in">${FIELDS}<button type="submit" class="btn ${look}btn-wide">${escaped(t("busy.now"))}</button></form>`;
  const urgent = helpLine(t, t("busy.urgent"));
  if (why === "slow")
    return { title: t("busy.slowTitle"), main: p(t("busy.slow"), "lead") + p(t("busy.slowRetries")) + urgent };
  return {
    title: t("busy.title"),
    main: p(t("busy.lead"), "lead") + p(t("busy.retries")) + button("btn-second ") + p(t("busy.others")) + urgent,
  };
}
