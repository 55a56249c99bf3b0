import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadCatalogue } from "#app/i18n/load.ts";
import { defaultLocale, isLocale } from "#app/i18n/locale.ts";
import { siteCatalogue } from "#app/i18n/site.ts";
import { I18nProvider } from "#app/i18n/t.tsx";

const { lang, dataset } = document.documentElement;
const locale = isLocale(lang) ? lang : defaultLocale;
const texts = await loadCatalogue(locale);
const catalogue = dataset.site ? siteCatalogue(texts, locale, JSON.parse(dataset.site)) : texts;

startTransition(() => {
  hydrateRoot(
    document,
    <I18nProvider locale={locale} catalogue={catalogue} now={dataset.now ?? new Date().toISOString()}>
      <RemixBrowser />
    </I18nProvider>,
  );
});
