import { html, type Markup } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { type Fault, faultNames, faultTable } from "../faults.ts";
import { channels } from "../message.ts";
import type { SinkPage } from "../sink.ts";

/** The part of the front page about faults: which are on, a form to set one, and what each does. */
export function faultSection(page: SinkPage, active: readonly Fault[]): Markup {
  const { t, language } = page;
  const on = active.map(
    ({ fault, channel, times, to }) => html`<p>${t.faultOn(fault, t.channels[channel], times, to)}</p>`,
  );
  return html`<h2 id="faults">${t.faults}</h2>
<p>${t.faultsIntro}</p>
${active.length === 0 ? html`<p class="state">${t.noFault}</p>` : html`<div class="state alarm">${on}${clearForm(page)}</div>`}
${setForm(page)}
<details><summary>${t.allFaults}</summary>
<dl>${faultNames.map((name) => html`<dt><code>${name}</code></dt><dd>${faultTable[name][language]}</dd>`)}</dl>
</details>`;
}

function setForm({ t, language }: SinkPage): Markup {
  return html`<form method="post" action="${withLanguage("/faults", language)}">
<div class="fields">
<p><label for="fault">${t.fault}</label>
<select id="fault" name="fault">${faultNames.map((name) => html`<option>${name}</option>`)}</select></p>
<p><label for="fault-channel">${t.filterChannel}</label>
<select id="fault-channel" name="channel"><option value="all">${t.allChannels}</option>
${channels.map((one) => html`<option value="${one}">${t.channels[one]}</option>`)}</select></p>
<p><label for="times">${t.times}</label>
<input id="times" name="times" type="number" min="1" max="10000" value="1" required></p>
<p><label for="seconds">${t.seconds}</label>
<input id="seconds" name="seconds" type="number" min="0" max="300" value="5" required></p>
<p><label for="fault-to">${t.onlyTo}</label>
<input id="fault-to" name="to" autocomplete="off" spellcheck="false" list="recipients"></p>
</div>
<button>${t.setFault}</button>
</form>`;
}

const clearForm = ({ t, language }: SinkPage): Markup =>
  html`<form method="post" action="${withLanguage("/faults", language)}"><button class="quiet" name="fault" value="none">${t.clearFault}</button></form>`;
