import { clock } from "../../http/clock.ts";
import { html, type Markup, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { type Content, type Message, stateOf } from "../message.ts";
import type { SinkPage } from "../sink.ts";

/** One message as it stands on the phone. */
export function bubble(page: SinkPage, message: Message, readAddress: string): Markup {
  const { t, language } = page;
  const { id, from, to, at, content } = message;
  const state = stateOf(message);
  const unread = html`<form method="post" action="${readAddress}"><button class="quiet small">${t.markRead}</button></form>`;
  return html`<li id="m-${id}" class="bubble ${content.channel}"><p class="who"><strong>${t.channels[content.channel]} · ${from}</strong>
<span>${t.to} ${to.join(", ")} · ${clock(at, language)}</span></p>
${said(page, id, content)}
<p class="receipt ${state}">${t.states[state]}</p>
${state === "delivered" ? unread : undefined}
</li>
`;
}

function said({ t, language }: SinkPage, id: string, content: Content): Part {
  if (content.channel === "sms") {
    return html`<p class="said">${content.text}</p><p class="hint">${t.parts(content.parts, content.encoding)}</p>`;
  }
  if (content.channel === "zalo") {
    const rows = Object.entries(content.parameters).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
    return html`<p class="said"><code>${content.template}</code></p><dl>${rows}</dl>`;
  }
  return html`<p class="said"><strong>${content.subject || t.noSubject}</strong></p>
<p class="said">${content.text.trim()}</p>
<p><a href="${withLanguage(`/messages/${id}`, language)}">${t.openMail}</a></p>`;
}
