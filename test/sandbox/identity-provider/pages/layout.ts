import { html, type Markup, type Part } from "./html.ts";
import { type Language, type Words, words } from "./words.ts";

/** What every page needs to know: its language and the portal it belongs to. */
export interface PageContext {
  language: Language;
  t: Words;
  portalOrigin: string;
}

export function pageContext(language: Language, portalOrigin: string): PageContext {
  return { language, t: words[language], portalOrigin };
}

/** An address of the sandbox that keeps the chosen language. */
export function withLanguage(path: string, language: Language): string {
  return language === "vi" ? path : `${path}?lang=${language}`;
}

/** A whole page. It says first, and in stripes, that this is not the real thing. */
export function layout(page: PageContext, title: string, content: Part, languagePath = ""): string {
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
<a href="${languagePath}?lang=${other}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
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
export function messagePage(page: PageContext, title: string, text: string, detail?: Markup): string {
  const { t, language, portalOrigin } = page;
  return layout(
    page,
    title,
    html`<p>${text}</p>
${detail}
<p class="actions"><a class="button" href="${portalOrigin}/">${t.backToPortal}</a>
<a href="${withLanguage("/", language)}">${t.backToFront}</a></p>`,
    "/",
  );
}
