import { html, type Markup } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { type FaultName, faultNames, faultTable } from "../faults/table.ts";
import type { PageContext } from "./layout.ts";

export interface FaultState {
  fault: FaultName | "none";
  times: number;
}

/** The part of the front page about faults: which is on, a form to change it, and what each does. */
export function faultSection(page: PageContext, state: FaultState): Markup {
  const { t } = page;
  const isOn = state.fault !== "none";
  return html`<h2 id="faults">${t.faults}</h2>
<p>${t.faultsIntro}</p>
<p class="${isOn ? "state alarm" : "state"}">${isOn ? t.faultOn(state.fault, state.times) : t.noFault}</p>
${forms(page, state)}
<details><summary>${t.allFaults}</summary>
<dl>${faultNames.map((name) => html`<dt><code>${name}</code></dt><dd>${faultTable[name][page.language]}</dd>`)}</dl>
</details>`;
}

function forms({ t, language }: PageContext, state: FaultState): Markup {
  const action = withLanguage("/faults", language);
  return html`<form class="row" method="post" action="${action}">
<p><label for="fault">${t.fault}</label>
<select id="fault" name="fault">${faultNames.map((name) => option(name, state.fault))}</select></p>
<p><label for="times">${t.times}</label>
<input id="times" name="times" type="number" min="1" max="1000" value="1" required></p>
<button>${t.setFault}</button>
</form>
${state.fault === "none" ? undefined : clearForm(t.clearFault, action)}`;
}

function clearForm(text: string, action: string): Markup {
  return html`<form method="post" action="${action}"><button class="quiet" name="fault" value="none">${text}</button></form>`;
}

function option(name: FaultName, chosen: string): Markup {
  return name === chosen ? html`<option selected>${name}</option>` : html`<option>${name}</option>`;
}
