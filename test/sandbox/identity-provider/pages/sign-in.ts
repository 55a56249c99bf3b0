import { html, type Markup, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { Persona } from "../../province/personas.ts";
import type { PageContext } from "./layout.ts";

export interface SignInPage {
  /** Where this interaction lives: `/interaction/…`. */
  path: string;
  personas: readonly Persona[];
  /** What was typed before, and what was wrong with it. */
  typed?: string;
  error?: string;
}

/** Asks who it is: one field, or one press on a name. */
export function signInPage(page: PageContext, view: SignInPage): string {
  const { t } = page;
  return layout(
    page,
    t.signInTitle,
    html`<p>${t.signInAsked}</p>
${view.error === undefined ? undefined : errorBox(t.error, view.error)}
${loginForm(page, view)}
${cancelForm(page, view.path)}
${choices(page, view)}`,
    view.path,
  );
}

/** The second step of level 3, one button in place of a scanned face. */
export function confirmPage(page: PageContext, view: { path: string; persona: Persona }): string {
  const { t, language } = page;
  const action = withLanguage(`${view.path}/confirm`, language);
  return layout(
    page,
    t.confirmTitle,
    html`<p>${t.confirmWhy(view.persona.name)}</p>
<p>${t.confirmHow}</p>
<form method="post" action="${action}"><button>${t.confirm}</button></form>
${cancelForm(page, view.path)}`,
    `${view.path}/confirm`,
  );
}

function errorBox(title: string, text: string): Markup {
  return html`<div class="state alarm" role="alert"><p><strong>${title}</strong> <span id="login-error">${text}</span></p></div>`;
}

function loginForm({ t, language }: PageContext, view: SignInPage): Markup {
  const example = view.personas.find((p) => p.assuranceLevel > 0)?.login ?? "";
  const invalid: Part = view.error === undefined ? undefined : html` aria-invalid="true"`;
  const describedBy = view.error === undefined ? "login-hint" : "login-error login-hint";
  return html`<form method="post" action="${withLanguage(view.path, language)}">
<p><label for="login">${t.login}</label>
<input id="login" name="login" value="${view.typed ?? ""}" maxlength="60" autocomplete="off" autocapitalize="characters"
 spellcheck="false" autofocus aria-describedby="${describedBy}"${invalid}>
<span class="hint" id="login-hint">${t.loginHint(example)}</span></p>
<button>${t.signIn}</button>
</form>`;
}

function cancelForm({ t, language }: PageContext, path: string): Markup {
  const action = withLanguage(`${path}/cancel`, language);
  return html`<form method="post" action="${action}"><button class="quiet">${t.cancel}</button></form>`;
}

function choices({ t, language }: PageContext, view: SignInPage): Markup {
  const able = view.personas.filter((p) => p.assuranceLevel > 0);
  return html`<h2>${t.orChoose}</h2>
<form method="post" action="${withLanguage(view.path, language)}"><ul class="choices">
${able.map(
  ({ login, name, story }) => html`<li><button class="choice" name="login" value="${login}">${name}</button>
<span class="story">${story[language]}</span></li>
`,
)}</ul></form>`;
}
