import { html, type Markup } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import { facilities } from "../../province/facilities.ts";
import type { Persona } from "../../province/personas.ts";
import type { Profile } from "../profiles/profile.ts";
import { type FaultState, faultSection } from "./fault-section.ts";
import type { PageContext } from "./layout.ts";

export interface FrontPage {
  personas: readonly Persona[];
  signedIn: Persona | undefined;
  fault: FaultState;
  profiles: readonly Profile[];
}

/** The front page: who can sign in, which fault is on, and what machines may read. */
export function frontPage(page: PageContext, view: FrontPage): string {
  const { t } = page;
  return layout(
    page,
    t.frontTitle,
    html`<p>${t.frontIntro}</p>
${howTo(page)}
${session(page, view.signedIn)}
${people(page, view.personas)}
${providers(page, view.profiles)}
${faultSection(page, view.fault)}
<h2>${t.forMachines}</h2>
<ul>
<li><a href="/fixtures.json">${t.fixtures}</a></li>
<li><a href="/faults">${t.faultState}</a></li>
</ul>`,
  );
}

function providers({ t, language }: PageContext, profiles: readonly Profile[]): Markup {
  return html`<h2 id="providers">${t.providers}</h2>
<p>${t.providersIntro}</p>
<dl>${profiles.map(
    ({ path, paths, title, differs }) => html`<dt>${title[language]} <code>${path || "/"}</code></dt>
<dd>${differs[language]}${paths.discovery && html` <a href="${path}${paths.discovery}">${t.discovery}</a>`}</dd>`,
  )}</dl>`;
}

function howTo({ t, portalOrigin }: PageContext): Markup {
  return html`<h2>${t.howTo}</h2>
<ol>${t.howToSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p><a class="button" href="${portalOrigin}/">${t.openPortal}</a></p>`;
}

function session({ t, language }: PageContext, signedIn: Persona | undefined): Markup {
  if (!signedIn) return html`<p class="state">${t.nobodySignedIn}</p>`;
  return html`<form class="state" method="post" action="${withLanguage("/sign-out", language)}">
<p>${t.signedInAs(signedIn.name)}</p>
<button class="quiet">${t.signOut}</button>
</form>`;
}

function people(page: PageContext, personas: readonly Persona[]): Markup {
  const { columns, people } = page.t;
  // The roles keep it a table for screen readers where the phone layout turns rows into cards.
  return html`<h2 id="people">${people}</h2>
<table role="table" aria-labelledby="people">
<thead role="rowgroup"><tr role="row">
${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
</tr></thead>
<tbody role="rowgroup">${personas.map((persona) => personRow(page, persona))}</tbody>
</table>`;
}

function personRow(page: PageContext, persona: Persona): Markup {
  const { t, language } = page;
  const other = language === "vi" ? "en" : "vi";
  return html`<tr role="row">
<th role="rowheader" scope="row"><span class="name">${persona.name}</span>
<span class="story">${persona.story[language]}</span>
<span class="story translation" lang="${other}">${persona.story[other]}</span></th>
<td role="cell" data-label="${t.columns.login}"><code>${persona.assuranceLevel === 0 ? "–" : persona.login}</code></td>
<td role="cell" data-label="${t.columns.level}">${t.levels[persona.assuranceLevel]}</td>
<td role="cell" data-label="${t.columns.roles}">${roles(page, persona)}</td>
</tr>
`;
}

function roles({ t, language }: PageContext, persona: Persona): string {
  const places = persona.staffOf.map((key) => {
    const facility = facilities.find((f) => f.key === key);
    return (language === "vi" ? facility?.shortName : facility?.nameEn) ?? key;
  });
  const names = persona.roles.map((role) => t.roles[role]).join(", ");
  return places.length === 0 ? names : `${names} (${places.join(", ")})`;
}
