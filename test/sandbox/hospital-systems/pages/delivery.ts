import { clock } from "../../http/clock.ts";
import { html, type Markup, type Part } from "../../http/html.ts";
import { address, withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { EntryOutcome, Issue } from "../answer.ts";
import type { Delivery } from "../delivery.ts";
import type { HospitalPage } from "../hospitals.ts";
import { nextSteps } from "./next-steps.ts";

/** One delivery: what the portal answered, entry by entry, and where to look next. */
export function deliveryPage(page: HospitalPage, delivery: Delivery): string {
  const { t, language } = page;
  const { id, at, facility, person, kind, outcome } = delivery;
  const again = address("/", { facility: facility.key, persona: person.key, kind });
  return layout(
    page,
    outcome.status === undefined ? t.noAnswerTitle : t.deliveryTitle,
    html`<p>${t.kinds[kind]} · ${language === "vi" ? facility.name : facility.nameEn} · ${person.name} · ${clock(at, language)}</p>
${verdict(page, delivery)}
${outcome.issues.length === 0 ? undefined : html`<h2>${t.issues}</h2>${issueList(outcome.issues)}`}
<h2>${t.next}</h2>
${nextSteps(page, delivery)}
${outcome.entries.length === 0 ? undefined : entryTable(page, outcome.entries)}
<p class="actions"><a class="button" href="${withLanguage(again, language)}#send">${t.sendAnother}</a>
<a href="/deliveries/${id}/answer">${t.rawAnswer}</a>
<a href="/deliveries/${id}/bundle">${t.rawBundle}</a></p>`,
    `/deliveries/${id}`,
  );
}

function verdict({ t }: HospitalPage, { kind, outcome, sameAnswer }: Delivery): Markup {
  const isBad = outcome.state === "rejected" || outcome.state === "failed";
  const same = sameAnswer === undefined ? undefined : html`<p>${sameAnswer ? t.same : t.notSame}</p>`;
  return html`<div class="state${isBad ? " alarm" : ""}">
<p><strong>${t.states[outcome.state]}</strong> (${t.httpStatus(outcome.status)})</p>
${outcome.entries.length === 0 ? undefined : html`<p>${t.counts(outcome.counts)}</p>`}${same}
<p class="hint">${t.shouldBe} ${t.expected[kind]}</p>
</div>`;
}

function issueList(issues: readonly Issue[]): Part {
  if (issues.length === 0) return undefined;
  // The portal's machine answers are in English.
  const items = issues.map(
    ({ severity, code, text, where }) =>
      html`<li lang="en"><code>${severity}</code> <code>${code}</code> ${text} ${where && html`<code>${where}</code>`}</li>`,
  );
  return html`<ul class="issues">${items}</ul>`;
}

function entryTable({ t }: HospitalPage, entries: readonly EntryOutcome[]): Markup {
  const { entryColumns: columns } = t;
  const rows = entries.map(
    ({ reference, status, issues }) => html`<tr role="row"><th role="rowheader" scope="row">${reference}</th>
<td role="cell" data-label="${columns.status}">${status}</td>
<td role="cell" data-label="${columns.issues}">${issueList(issues) ?? "–"}</td></tr>
`,
  );
  return html`<h2 id="entries">${t.entries}</h2>
<table role="table" aria-labelledby="entries">
<thead role="rowgroup"><tr role="row">
${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
}
