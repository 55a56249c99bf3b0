import { clock } from "../../http/clock.ts";
import { html, type Markup, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout, messagePage } from "../../http/layout.ts";
import type { GatewayPage } from "../gateway.ts";
import type { OutcomeName } from "../outcomes.ts";
import type { Refusal } from "../protocol/order.ts";
import type { Transaction } from "../transaction.ts";

const payerChoices: readonly OutcomeName[] = ["pay", "cancel"];
const testerChoices: readonly OutcomeName[] = ["no-money", "pay-twice", "lose-ipn", "wrong-amount", "time-out"];

/** What is to be paid, and every way it can go. */
export function paymentPage(page: GatewayPage, transaction: Transaction): string {
  const { t, language } = page;
  const action = withLanguage(`/payments/${transaction.id}`, language);
  return layout(
    page,
    t.payTitle,
    html`${summary(page, transaction)}
<form method="post" action="${action}">
<h2>${t.asPayer}</h2>
<ul class="ways">${payerChoices.map((name) => way(page, name, transaction.order.amount))}</ul>
<h2>${t.asTester}</h2>
<ul class="ways">${testerChoices.map((name) => way(page, name, transaction.order.amount))}</ul>
</form>`,
  );
}

/** After the choice: what it was, and the way back. */
export function finishedPage(page: GatewayPage, transaction: Transaction, back: string): string {
  const { t } = page;
  const what = transaction.result ? t.choices[transaction.result.outcome] : t.open;
  return layout(
    page,
    t.finishedTitle,
    html`<p>${t.finishedText(what)}</p>
${summary(page, transaction)}
<p class="actions"><a class="button" href="${back}">${t.goBack}</a></p>`,
  );
}

export function timedOutPage(page: GatewayPage, transaction: Transaction): string {
  return messagePage(page, page.t.timedOutTitle, page.t.timedOutText, summary(page, transaction));
}

/** Why no transaction was opened, for the developer who asked wrongly. */
export function refusedPage(page: GatewayPage, { reason, parameter }: Refusal): string {
  const { t } = page;
  const which: Part = parameter && html` ${t.wrongParameter} <code>${parameter}</code>`;
  const detail = html`<p class="state alarm" role="alert"><strong>${t.reasons[reason]}</strong>${which}</p>`;
  return messagePage(page, t.refusedTitle, t.refusedText, detail);
}

function summary({ t, language }: GatewayPage, { order }: Transaction): Markup {
  return html`<dl class="order">
<dt>${t.toPay}</dt><dd class="sum">${t.amount(order.amount)}</dd>
<dt>${t.payee}</dt><dd>${order.merchant.name ?? order.merchant.tmnCode}</dd>
<dt>${t.content}</dt><dd>${order.orderInfo}</dd>
<dt>${t.reference}</dt><dd>${order.txnRef}</dd>
<dt>${t.until}</dt><dd>${clock(order.expiresAt, language)}</dd>
</dl>`;
}

function way({ t }: GatewayPage, name: OutcomeName, amount: number): Markup {
  const text = name === "pay" ? `${t.choices.pay} ${t.amount(amount)}` : t.choices[name];
  const quiet: Part = name === "pay" ? undefined : html` class="quiet"`;
  return html`<li><button${quiet} name="choice" value="${name}">${text}</button>
<span class="hint">${t.hints[name]}</span></li>
`;
}
