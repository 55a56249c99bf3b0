import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { type Site, siteCatalogue } from "#app/i18n/site.ts";
import { I18nProvider } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";
import { type Block, printable } from "./printable.ts";

/** Whose paper it is, in which language, and when it is made. */
export interface PrintContext {
  config: { site: Site };
  language: Locale;
  now: () => Date;
}

/** The catalogue of the reader's language, with this department's names in it. */
export const catalogueOf = ({ config, language }: PrintContext) =>
  siteCatalogue(language === "en" ? en : vi, language, config.site);

/** A page's own components as what belongs on paper: the same words, made once. Paper knows no "yesterday"; an age needs its day. */
export function printed(context: PrintContext, element: ReactElement, { ages = false } = {}): Block[] {
  const now = ages ? context.now().toISOString() : "";
  return printable(
    renderToStaticMarkup(
      <I18nProvider locale={context.language} catalogue={catalogueOf(context)} now={now}>
        {element}
      </I18nProvider>,
    ),
  );
}
