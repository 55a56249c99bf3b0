import type { Request, Response } from "express";
import type { Config } from "#app/config.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { askedLanguage } from "./asked-language.ts";
import { type Built, escaped, helpLine, smallPage } from "./small-page.ts";

/** Says to people, in their language, that too many pages were asked for; made once for each. */
export function tooManyPage(config: Pick<Config, "site" | "publicOrigin">, build: Built) {
  const kept = new Map<Locale, Promise<string>>();
  const pageIn = (language: Locale) => {
    const known =
      kept.get(language) ??
      smallPage(config, build, language, (t) => ({
        title: t("errors.too-many.title"),
        main: `<p>${escaped(t("errors.too-many.text"))}</p><p>${escaped(t("errors.too-many.next"))}</p>${helpLine(t, t("shell.needHelp"))}`,
      }));
    kept.set(language, known);
    return known;
  };
  return async (req: Request, res: Response): Promise<void> => {
    const html = await pageIn(askedLanguage(config, req));
    res.status(429).type("html").setHeader("Cache-Control", "no-store");
    res.send(html);
  };
}
