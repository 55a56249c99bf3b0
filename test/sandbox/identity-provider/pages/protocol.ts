import { html, Markup } from "../../http/html.ts";
import { chooseLanguage } from "../../http/language.ts";
import { layout, messagePage } from "../../http/layout.ts";
import type { OidcContext } from "../library.ts";
import { pageContext } from "./layout.ts";

/** An error that cannot be sent back, such as an unknown redirect address. */
export function showProtocolError(
  ctx: OidcContext,
  portalOrigin: string,
  { error, error_description }: { error: string; error_description?: string },
): void {
  const page = pageContext(chooseLanguage(ctx.query.lang, ctx.query.ui_locales), portalOrigin);
  const detail = html`<p><code>${error}</code> ${error_description}</p>`;
  ctx.type = "html";
  ctx.body = messagePage(page, page.t.errorTitle, page.t.errorText, detail);
}

/** Asks before signing out, when the application did not prove whose session it means. */
export function showSignOut(ctx: OidcContext, portalOrigin: string, form: string): void {
  const page = pageContext(chooseLanguage(ctx.query.lang, ctx.query.ui_locales), portalOrigin);
  const { t } = page;
  const content = html`<p>${t.signOutText}</p>
${new Markup(form)}
<p class="actions"><button form="op.logoutForm" name="logout" value="yes">${t.signOut}</button>
<a href="/">${t.backToFront}</a></p>`;
  ctx.type = "html";
  ctx.body = layout(page, t.signOutTitle, content, "/");
}
