import { html, type Markup } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import { faultNames, faultTable } from "../faults.ts";
import type { Insurer, InsurerPage } from "../insurer.ts";
import type { Card } from "../register.ts";

/** The front page: the cards, and how to have the gateway misbehave. */
export function frontPage(page: InsurerPage, insurer: Insurer): string {
  const { t } = page;
  return layout(
    page,
    t.frontTitle,
    html`<p>${t.frontIntro} ${t.asked(insurer.asked)}</p>
<h2 id="cards">${t.cards}</h2>
${table(page, insurer.cards)}
<h2 id="faults">${t.faults}</h2>
${faultState(page, insurer)}
${faultForm(page)}
<details><summary>${t.allFaults}</summary>
<dl>${faultNames.map((name) => html`<dt><code>${name}</code></dt><dd>${faultTable[name][page.language]}</dd>`)}</dl>
</details>`,
  );
}

function table({ t }: InsurerPage, cards: readonly Card[]): Markup {
  const { columns } = t;
  // The roles keep it a table for screen readers where the phone layout turns rows into cards.
  return html`<table role="table" aria-labelledby="cards">
<thead role="rowgroup"><tr role="row">
${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
</tr></thead>
<tbody role="rowgroup">${cards.map(
    (card) => html`<tr role="row">
<th role="rowheader" scope="row"><span class="name">${card.name}</span> <span class="story"><code>${card.number}</code></span></th>
<td role="cell" data-label="${columns.validity}">${card.from} – ${card.to}</td>
<td role="cell" data-label="${columns.place}">${card.place}</td>
<td role="cell" data-label="${columns.result}">${card.code}</td>
</tr>`,
  )}</tbody>
</table>`;
}

function faultState({ t, language }: InsurerPage, { faults }: Insurer): Markup {
  const { active } = faults;
  if (!active) return html`<p class="state">${t.noFault}</p>`;
  return html`<div class="state alarm"><p>${t.faultOn(active.fault, active.times)}</p>
<form method="post" action="${withLanguage("/faults", language)}"><button class="quiet" name="fault" value="none">${t.clearFault}</button></form></div>`;
}

const faultForm = ({
  t,
  language,
}: InsurerPage): Markup => html`<form method="post" action="${withLanguage("/faults", language)}">
<div class="fields">
<p><label for="fault">${t.fault}</label>
<select id="fault" name="fault">${faultNames.map((name) => html`<option>${name}</option>`)}</select></p>
<p><label for="times">${t.times}</label>
<input id="times" name="times" type="number" min="1" max="10000" value="1" required></p>
<p><label for="seconds">${t.seconds}</label>
<input id="seconds" name="seconds" type="number" min="0" max="300" value="5" required></p>
</div>
<button>${t.setFault}</button>
</form>`;
