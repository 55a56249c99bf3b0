import { clock } from "../../http/clock.ts";
import { html, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import type { GatewayPage } from "../gateway.ts";
import type { IpnCall, Transaction } from "../transaction.ts";

/** What the merchant was told and answered, and a button to tell it again. */
export function told(page: GatewayPage, { id, result, ipns }: Transaction): Part {
  if (!result) return "–";
  const { t, language } = page;
  const calls = ipns.map((call) => html`<li>${line(page, call)}</li>`);
  return html`${ipns.length === 0 ? t.notTold : html`<ul class="calls">${calls}</ul>`}
<form method="post" action="${withLanguage(`/transactions/${id}/ipn`, language)}"><button class="quiet">${ipns.length === 0 ? t.tellNow : t.tellAgain}</button></form>`;
}

function line({ t, language }: GatewayPage, { at, amount, status, rspCode, message }: IpnCall): string {
  return `${clock(at, language)}, ${t.amount(amount)}: ${answer()}`;

  function answer(): string {
    if (status === undefined) return t.noAnswer(message);
    return rspCode === undefined ? t.unreadable(status, message) : t.answered(rspCode, message);
  }
}
