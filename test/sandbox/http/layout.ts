import { html, type Markup, type Part } from "./html.ts";
import { address, type Language, withLanguage } from "./language.ts";
import type { CommonWords } from "./words.ts";

/** What every page needs to know: its language, its words, and the portal it belongs to, if any. */
export interface Page<W extends CommonWords = CommonWords> {
  language: Language;
  t: W;
  portalOrigin: string | undefined;
}

/** A whole page. It says first, and in stripes, that this is not the real thing. */
export function layout(page: Page, title: string, content: Part, languagePath = ""): string {
  const { language, t } = page;
  const other = language === "vi" ? "en" : "vi";
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t.banner}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox.css">
</head>
<body>
<header>
<div class="stripes"></div>
<div class="banner">
<p><strong>${t.banner}</strong> <span>${t.warning}</span></p>
<a href="${address(languagePath, { lang: other })}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
</div>
<div class="stripes"></div>
</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return document.text;
}

/** A short page: something happened, and where to go from here. */
export function messagePage(page: Page, title: string, text: string, detail?: Markup): string {
  const { t, language, portalOrigin } = page;
  const portal = portalOrigin && html`<a class="button" href="${portalOrigin}/">${t.backToPortal}</a>`;
  return layout(
    page,
    title,
    html`<p>${text}</p>
${detail}
<p class="actions">${portal}
<a href="${withLanguage("/", language)}">${t.backToFront}</a></p>`,
    "/",
  );
}
