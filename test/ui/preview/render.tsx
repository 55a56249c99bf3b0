import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/locale.ts";
import { I18nProvider } from "#app/i18n/t.tsx";
import { PageShell } from "#app/ui/patterns/page-shell.tsx";
import type { PreviewPage } from "./pages.tsx";
import { now } from "./samples/base.ts";
import { catalogues } from "./site.ts";

/** A page inside its frame, without a document around it. */
export function bodyOf({ path, account, acting, element }: PreviewPage, locale: Locale): string {
  return renderToStaticMarkup(
    <I18nProvider locale={locale} catalogue={catalogues[locale]} now={now}>
      <PageShell path={path} account={account} acting={acting}>
        {element}
      </PageShell>
    </I18nProvider>,
  );
}

/** The whole document, as the portal would send it. */
export function documentOf(page: PreviewPage, locale: Locale, stylesheet: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.name} – Sổ Khỏe</title><link rel="stylesheet" href="${stylesheet}">`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${bodyOf(page, locale)}</body></html>`;
}
