import { clock } from "../../http/clock.ts";
import { html, type Markup } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { SandboxFacility } from "../../province/facilities.ts";
import type { Delivery } from "../delivery.ts";
import type { HospitalPage } from "../hospitals.ts";
import { type Chosen, sendForm } from "./send-form.ts";

export interface FrontPage {
  senders: readonly SandboxFacility[];
  silent: readonly SandboxFacility[];
  deliveries: readonly Delivery[];
  chosen: Chosen;
}

/** The front page: send something, and see what each facility has sent. */
export function frontPage(page: HospitalPage, view: FrontPage): string {
  const { t } = page;
  return layout(
    page,
    t.frontTitle,
    html`<p>${t.frontIntro}</p>
<h2 id="send">${t.send}</h2>
${sendForm(page, view.senders, view.chosen)}
<h2>${t.sent}</h2>
${view.senders.map((facility) => ofFacility(page, facility, view.deliveries))}
<p>${t.silent} ${view.silent.map((facility) => nameOf(page, facility)).join(", ")}.</p>
<h2>${t.forMachines}</h2>
<ul><li><a href="/deliveries">${t.list}</a></li><li>${t.post}</li></ul>`,
  );
}

const nameOf = ({ language }: HospitalPage, { name, nameEn }: SandboxFacility): string =>
  language === "vi" ? name : nameEn;

function ofFacility(page: HospitalPage, facility: SandboxFacility, deliveries: readonly Delivery[]): Markup {
  const own = deliveries.filter((one) => one.facility.key === facility.key);
  const heading = `facility-${facility.key}`;
  return html`<h3 id="${heading}">${nameOf(page, facility)} <code>${facility.code5}</code></h3>
${own.length === 0 ? html`<p class="hint">${page.t.nothingSent}</p>` : table(page, heading, own)}`;
}

function table(page: HospitalPage, heading: string, deliveries: readonly Delivery[]): Markup {
  const { columns } = page.t;
  // The roles keep it a table for screen readers where the phone layout turns rows into cards.
  return html`<table role="table" aria-labelledby="${heading}">
<thead role="rowgroup"><tr role="row">
${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
</tr></thead>
<tbody role="rowgroup">${deliveries.map((delivery) => row(page, delivery))}</tbody>
</table>`;
}

function row(page: HospitalPage, { id, at, person, kind, outcome }: Delivery): Markup {
  const { t, language } = page;
  return html`<tr role="row">
<th role="rowheader" scope="row"><span class="name">${t.kinds[kind]}</span>
<span class="story">${clock(at, language)}</span></th>
<td role="cell" data-label="${t.columns.person}">${person.name}</td>
<td role="cell" data-label="${t.columns.answer}"><span class="verdict ${outcome.state}">${t.states[outcome.state]}</span>
(${t.httpStatus(outcome.status)}) <a class="name" href="${withLanguage(`/deliveries/${id}`, language)}">${t.look}</a>
<a class="name" href="/deliveries/${id}/answer">${t.rawAnswer}</a></td>
<td role="cell" data-label="${t.columns.counts}">${outcome.entries.length === 0 ? "–" : t.counts(outcome.counts)}</td>
</tr>
`;
}
