import { clock } from "../../http/clock.ts";
import { html, type Markup, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { GatewayPage } from "../gateway.ts";
import type { Merchant } from "../merchants.ts";
import type { Transaction } from "../transaction.ts";
import { told } from "./told.ts";

const mostShown = 100;

/** The front page: who is paid, and what has been paid in this run. */
export function frontPage(
  page: GatewayPage,
  merchants: readonly Merchant[],
  transactions: readonly Transaction[],
  now: Date,
): string {
  const { t } = page;
  return layout(
    page,
    t.frontTitle,
    html`<p>${t.frontIntro}</p>
<h2 id="transactions">${t.transactions}</h2>
${transactions.length === 0 ? html`<p class="state">${t.noTransactions}</p>` : table(page, transactions.slice(0, mostShown), now)}
<h2>${t.merchants}</h2>
<ul>${merchants.map(({ tmnCode, name }) => html`<li><code>${tmnCode}</code> ${name}</li>`)}</ul>
<h2>${t.forMachines}</h2>
<ul><li><a href="/transactions.json">${t.list}</a></li></ul>`,
  );
}

function table(page: GatewayPage, transactions: readonly Transaction[], now: Date): Markup {
  const { columns } = page.t;
  // The roles keep it a table for screen readers where the phone layout turns rows into cards.
  return html`<table role="table" aria-labelledby="transactions">
<thead role="rowgroup"><tr role="row">
${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
</tr></thead>
<tbody role="rowgroup">${transactions.map((transaction) => row(page, transaction, now))}</tbody>
</table>`;
}

function row(page: GatewayPage, transaction: Transaction, now: Date): Markup {
  const { t, language } = page;
  const { order, openedAt } = transaction;
  return html`<tr role="row">
<th role="rowheader" scope="row"><span class="name">${order.txnRef}</span>
<span class="story">${order.orderInfo}</span>
<span class="story">${order.merchant.name ?? order.merchant.tmnCode} · ${clock(openedAt, language)}</span></th>
<td role="cell" class="figure" data-label="${t.columns.amount}">${t.amount(order.amount)}</td>
<td role="cell" data-label="${t.columns.result}">${result(page, transaction, now)}${refunds(page, transaction)}</td>
<td role="cell" data-label="${t.columns.told}">${told(page, transaction)}</td>
</tr>
`;
}

function result({ t, language }: GatewayPage, { id, order, result }: Transaction, now: Date): Part {
  if (result) {
    const number = result.transactionNo && html` <span class="story">${t.transactionNo(result.transactionNo)}</span>`;
    return html`${t.choices[result.outcome]}${number}`;
  }
  if (order.expiresAt <= now) return t.expired;
  return html`${t.open} <a class="name" href="${withLanguage(`/payments/${id}`, language)}">${t.openLink}</a>`;
}

function refunds({ t, language }: GatewayPage, { id, refunds }: Transaction): Part {
  return refunds.map((refund) => {
    const action = withLanguage(`/transactions/${id}/refunds/${refund.transactionNo}`, language);
    const decide = html`<form method="post" action="${action}" class="actions">
<button class="quiet" name="decision" value="paid-back">${t.payBack}</button>
<button class="quiet" name="decision" value="refused">${t.refuseRefund}</button></form>`;
    return html`<p>${t.refundOf(t.amount(refund.amount))}: ${t.refundStates[refund.state]}</p>
${refund.state === "sent-to-bank" ? decide : undefined}`;
  });
}
