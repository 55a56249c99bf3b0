import { clock } from "../../http/clock.ts";
import { html, type Part } from "../../http/html.ts";
import { withLanguage } from "../../http/language.ts";
import { layout } from "../../http/layout.ts";
import type { EmailContent, Message } from "../message.ts";
import type { SinkPage } from "../sink.ts";

/** A whole mail. Its layout stands in a frame of its own, where nothing in it can run. */
export function mailPage(page: SinkPage, { id, from, to, at }: Message, mail: EmailContent): string {
  const { t, language } = page;
  const subject = mail.subject || t.noSubject;
  const frame =
    mail.html === undefined
      ? undefined
      : html`<h2>${t.mailHtml}</h2><iframe sandbox src="/messages/${id}/html" title="${t.mailHtml}"></iframe>`;
  return layout(
    page,
    subject,
    html`<p>${t.from} ${from}<br>${t.to} ${to.join(", ")}<br>${clock(at, language)}</p>
<h2>${t.mailText}</h2>
${mail.text === "" ? html`<p>${t.noText}</p>` : html`<p class="said">${mail.text}</p>`}
${frame}
${attachments(page, mail)}
<p class="actions"><a href="/messages/${id}/source">${t.source}</a>
<a href="${withLanguage("/", language)}">${t.backToFront}</a></p>`,
    `/messages/${id}`,
  );
}

function attachments({ t }: SinkPage, mail: EmailContent): Part {
  if (mail.attachments.length === 0) return undefined;
  const items = mail.attachments.map(
    ({ name, type, size, text }) => html`<li>${name} (${type}, ${t.bytes(size)})
${text === undefined ? undefined : html`<details><summary>${name || type}</summary><p class="said">${text}</p></details>`}</li>`,
  );
  return html`<h2>${t.attachments}</h2><ul>${items}</ul>`;
}
