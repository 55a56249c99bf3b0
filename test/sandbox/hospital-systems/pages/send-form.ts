import { html, type Markup, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import type { SandboxFacility } from "../../province/facilities.ts";
import { personas } from "../../province/personas.ts";
import type { HospitalPage } from "../hospitals.ts";
import { kinds } from "../kinds.ts";

/** What the form shows as chosen. */
export interface Chosen {
  facility: string | undefined;
  persona: string | undefined;
  kind: string | undefined;
}

/** Who sends what about whom. */
export function sendForm(page: HospitalPage, senders: readonly SandboxFacility[], chosen: Chosen): Markup {
  const { t, language } = page;
  return html`<form method="post" action="${withLanguage("/deliveries", language)}">
<p><label for="facility">${t.facility}</label>
<select id="facility" name="facility">${senders.map(({ key, name, nameEn }) =>
    option(key, language === "vi" ? name : nameEn, chosen.facility),
  )}</select></p>
<p><label for="persona">${t.persona}</label>
<select id="persona" name="persona">${personas.map(({ key, name }) => option(key, name, chosen.persona))}</select></p>
<fieldset><legend>${t.kind}</legend>
${kinds.map(
  (
    kind,
  ) => html`<label class="kind"><input type="radio" name="kind" value="${kind}"${checked(kind === (chosen.kind ?? kinds[0]))}>
<span>${t.kinds[kind]} <span class="hint">${t.expected[kind]}</span></span></label>`,
)}
</fieldset>
<button>${t.sendNow}</button>
</form>`;
}

function option(value: string, text: string, chosen: string | undefined): Markup {
  const selected: Part = value === chosen ? html` selected` : undefined;
  return html`<option value="${value}"${selected}>${text}</option>`;
}

const checked = (yes: boolean): Part => (yes ? html` checked` : undefined);
