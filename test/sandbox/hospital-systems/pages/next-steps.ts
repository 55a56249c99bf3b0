import { html, type Markup } from "../../http/html.ts";
import { address, withLanguage } from "../../http/language.ts";
import { facilityId } from "../../province/load.ts";
import { personas } from "../../province/personas.ts";
import type { Delivery } from "../delivery.ts";
import type { HospitalPage } from "../hospitals.ts";

/** Where in the portal the delivery shows, and as whom to look. */
export function nextSteps(page: HospitalPage, { outcome, person, facility, sent }: Delivery): Markup {
  const { t } = page;
  if (outcome.state === "failed") return html`<p>${t.retry}</p>`;
  if (outcome.state === "accepted" || outcome.state === "partly-accepted") {
    const signsIn = person.assuranceLevel > 0;
    const how = signsIn ? t.nextBook(person.name, person.login) : t.nextBookOfChild(person.name);
    return html`<p>${how}</p>${links(page, bookPages(page, sent.bundle.entry.some(isMedicine)))}`;
  }
  const operator = personas.find(({ roles }) => roles.includes("operator"));
  const list = address("/operator/messages", { facility: facilityId(facility.key), state: outcome.state });
  return html`<p>${t.nextOperator(operator?.login ?? "")}</p>
${links(page, [[list, `${t.messages}: ${t.states[outcome.state]} (${facility.shortName})`]])}`;
}

const isMedicine = ({ resource }: Delivery["sent"]["bundle"]["entry"][number]): boolean =>
  resource.resourceType === "MedicationRequest";

function bookPages({ t }: HospitalPage, withMedicines: boolean): [path: string, text: string][] {
  return [
    withMedicines ? ["/book/medicines", t.medicines] : ["/book/results", t.results],
    ["/book/visits", t.visits],
    ["/book/sources", t.sources],
  ];
}

const links = ({ portalOrigin, language }: HospitalPage, pages: readonly [string, string][]): Markup =>
  html`<ul>${pages.map(([path, text]) => html`<li><a href="${portalOrigin}${withLanguage(path, language)}">${text}</a></li>`)}</ul>`;
