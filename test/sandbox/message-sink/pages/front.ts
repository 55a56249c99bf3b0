import { html, type Markup } from "../../http/html.ts";
import { address, withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { Fault } from "../faults.ts";
import type { Filter } from "../inbox.ts";
import { channels, type Message } from "../message.ts";
import type { SinkPage } from "../sink.ts";
import { bubble } from "./bubble.ts";
import { faultSection } from "./fault-section.ts";

export interface FrontPage {
  filter: Filter;
  messages: readonly Message[];
  total: number;
  page: number;
  pages: number;
  recipients: readonly string[];
  faults: readonly Fault[];
  smtpPort: number;
}

const mostSuggested = 200;

/** The front page: everybody's phone, newest message first. */
export function frontPage(page: SinkPage, view: FrontPage): string {
  const { t } = page;
  const json = address("/messages.json", { to: view.filter.to, channel: view.filter.channel });
  return layout(
    page,
    t.frontTitle,
    html`<p>${t.frontIntro}</p>
${filterForm(page, view)}
<h2 id="messages">${t.messages}</h2>
${list(page, view)}
${faultSection(page, view.faults)}
<h2>${t.forMachines}</h2>
<ul>${t.machineList(view.smtpPort).map((line) => html`<li>${line}</li>`)}
<li><a href="${json}">${t.json}</a></li></ul>
<form method="post" action="${withLanguage("/messages/clear", page.language)}"><button class="quiet">${t.clear}</button></form>`,
    hereOf(view, view.page),
  );
}

function filterForm({ t, language }: SinkPage, { filter, recipients }: FrontPage): Markup {
  const lang = language === "vi" ? undefined : html`<input type="hidden" name="lang" value="${language}">`;
  return html`<form class="row" method="get" action="/">${lang}
<p><label for="to">${t.filterTo}</label>
<input id="to" name="to" value="${filter.to ?? ""}" list="recipients" autocomplete="off" spellcheck="false">
<datalist id="recipients">${recipients.slice(0, mostSuggested).map((one) => html`<option value="${one}"></option>`)}</datalist></p>
<p><label for="channel">${t.filterChannel}</label>
<select id="channel" name="channel"><option value="">${t.allChannels}</option>
${channels.map((one) => option(one, t.channels[one], one === filter.channel))}</select></p>
<button>${t.show}</button>
</form>`;
}

function list(page: SinkPage, view: FrontPage): Markup {
  const { t, language } = page;
  const filtered = view.filter.to !== undefined || view.filter.channel !== undefined;
  const none = view.total === 0 && filtered;
  return html`<p class="actions"><span>${none ? t.noneFor : t.counted(view.total)}</span>
<a href="${withLanguage(hereOf(view, view.page), language)}">${t.reload}</a>
${filtered ? html`<a href="${withLanguage("/", language)}">${t.showAll}</a>` : undefined}</p>
<ol class="phone" reversed>${view.messages.map((message) => bubble(page, message, readAddress(page, view, message)))}</ol>
${view.pages > 1 ? pager(page, view) : undefined}`;
}

function pager(page: SinkPage, view: FrontPage): Markup {
  const { t, language } = page;
  const link = (to: number, text: string) =>
    to < 1 || to > view.pages
      ? undefined
      : html`<a href="${withLanguage(hereOf(view, to), language)}#messages">${text}</a>`;
  return html`<p class="actions">${link(view.page - 1, t.newer)} <span>${t.pageOf(view.page, view.pages)}</span>
${link(view.page + 1, t.older)}</p>`;
}

const hereOf = ({ filter, pages }: FrontPage, page: number): string =>
  address("/", { to: filter.to, channel: filter.channel, page: pages > 1 ? String(page) : undefined });

const readAddress = (page: SinkPage, { filter, page: at }: FrontPage, { id }: Message): string =>
  withLanguage(address(`/messages/${id}/read`, { ...filter, page: String(at) }), page.language);

const option = (value: string, text: string, chosen: boolean): Markup =>
  html`<option value="${value}"${chosen ? html` selected` : undefined}>${text}</option>`;
