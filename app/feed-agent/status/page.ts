import type { Receipt } from "../disk/receipts.ts";
import { type Language, shownTime, words } from "../words.ts";
import { type Html, html } from "./html.ts";
import type { Found, Snapshot } from "./snapshot.ts";
import { STYLE } from "./style.ts";

interface View {
  language: Language;
  /** Proves that a form comes from this page. */
  token: string;
  snapshot: Snapshot;
  search?: { query: string; found: Found } | undefined;
}

const MOST_ISSUES = 20;

/** The status page, whole without script. */
export function statusPage(view: View): string {
  const { language, snapshot, search } = view;
  const t = words[language];
  const other =
    language === "vi"
      ? html`<a href="?lang=en" lang="en">English</a>`
      : html`<a href="?lang=vi" lang="vi">Tiếng Việt</a>`;
  const body = search
    ? html`<h2>${t.found(search.query)}</h2>${found(view, search.found)}<p><a href="/?lang=${language}">${t.all}</a></p>`
    : html`${connection(view)}${queue(view)}${surroundings(view)}
<h2>${t.attention}</h2>${receipts(view, snapshot.attention)}<h2>${t.accepted}</h2>${receipts(view, snapshot.accepted)}`;
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title}</title><style>${STYLE}</style></head><body><header><h1>${t.title}</h1>${other}</header><main><p>${t.intro}</p>
<form method="get" action="/" role="search"><input type="hidden" name="lang" value="${language}"><label for="q">${t.search}</label>
<input id="q" name="q" value="${search?.query ?? ""}" maxlength="255"> <button>${t.find}</button></form>${body}</main></body></html>`
    .text;
}

function connection({ language, snapshot }: View): Html {
  const t = words[language];
  const { state, why, status, since = "", nextTryAt = "" } = snapshot.connection;
  const inWords =
    state === "failing"
      ? html`<p class="bad"><strong>${t.failing(shownTime(since), shownTime(nextTryAt))}</strong><br>${why && t.why[why]}${status && ` (HTTP ${status})`}</p>`
      : html`<p class="${state}">${state === "good" ? t.good(shownTime(since)) : t.unknown}</p>`;
  return html`<h2>${t.connection}</h2><p>${snapshot.portal}</p>${inWords}`;
}

function queue({ language, snapshot, token }: View): Html {
  const t = words[language];
  const { count, oldest } = snapshot.waiting;
  const retry = html`<form method="post" action="/retry?lang=${language}"><input type="hidden" name="token" value="${token}"><button>${t.retry}</button></form>`;
  return html`<h2>${t.queue}</h2>${snapshot.disk.low && html`<p class="bad"><strong>${t.diskLow(snapshot.disk.freeMB)}</strong></p>`}
${count === 0 ? html`<p>${t.queueEmpty}</p>` : html`<p>${t.queueLength(count, shownTime(oldest ?? ""))}</p>${retry}`}`;
}

function surroundings({ language, snapshot: { folders, gateway } }: View): Html {
  const t = words[language];
  const one = (f: Snapshot["folders"][number]) =>
    html`<li class="${f.readable ? "" : "bad"}">${f.path}: ${f.readable ? t.folderGood : t.folderBad}</li>`;
  return html`${folders.length > 0 && html`<h2>${t.folders}</h2><ul>${folders.map(one)}</ul>`}
${
  gateway &&
  html`<h2>${t.gateway}</h2><p>${t.gatewayAt(gateway.address)} ${gateway.passThrough && t.passThrough(gateway.passThrough)}</p>
${gateway.failedAt && html`<p class="bad">${t.passThroughFailed(shownTime(gateway.failedAt))}</p>`}
${gateway.notKept > 0 && html`<p class="bad">${t.notKept(gateway.notKept, shownTime(gateway.notKeptAt ?? ""))}</p>`}`
}`;
}

function found(view: View, { waiting, receipts: answered }: Found): Html {
  const t = words[view.language];
  if (waiting.length + answered.length === 0) return html`<p>${t.nothingFound}</p>`;
  const one = (w: Found["waiting"][number]) =>
    html`<li>${shownTime(w.arrivedAt)} – ${w.name} ${w.maLk} – ${t.waitingDocuments}</li>`;
  return html`${waiting.length > 0 && html`<ul>${waiting.map(one)}</ul>`}${answered.length > 0 && receipts(view, answered)}`;
}

function receipts(view: View, list: readonly Receipt[]): Html {
  const t = words[view.language];
  return list.length === 0 ? html`<p>${t.none}</p>` : html`${list.map((r) => receipt(view, r))}`;
}

function receipt({ language, token }: View, r: Receipt): Html {
  const t = words[language];
  const again =
    r.state === "refused" &&
    r.seq !== undefined &&
    html`<form method="post" action="/again?lang=${language}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="seq" value="${r.seq}"><button>${t.again}</button></form>`;
  return html`<article class="${r.state}"><h3>${r.name}${r.maLk && html` · MA_LK ${r.maLk}`}</h3>
<p>${shownTime(r.answeredAt)} – <strong>${t.states[r.state]}</strong>${r.replay && html` · ${t.replay}`}</p>
${r.state !== "accepted" && html`<p>${t.whatNow[r.state]}</p>`}${tables(language, r)}${issues(language, r)}${again}</article>`;
}

function tables(language: Language, { tables: list }: Receipt): Html | false {
  const { columns, counts } = words[language];
  const row = (x: Receipt["tables"][number]) =>
    html`<tr><th scope="row">${x.table}</th><td>${x.rows}</td><td>${x.accepted}</td><td>${x.warned}</td><td>${x.refused}</td></tr>`;
  return (
    list.length > 0 &&
    html`<table><thead><tr><th>${columns.table}</th><th>${counts.rows}</th><th>${counts.accepted}</th><th>${counts.warned}</th><th>${counts.refused}</th></tr></thead><tbody>${list.map(row)}</tbody></table>`
  );
}

function issues(language: Language, { issues: list }: Receipt): Html | false {
  const t = words[language];
  const one = (i: Receipt["issues"][number]) => {
    const place = [i.table, i.row !== undefined && `${t.columns.row.toLowerCase()} ${i.row}`, i.field]
      .filter(Boolean)
      .join(", ");
    const kind = t.severity[i.severity as keyof typeof t.severity] ?? i.severity;
    return html`<li>${kind}${place && `, ${place}`}: ${i[language] || i.code}</li>`;
  };
  const more = list.length - MOST_ISSUES;
  return (
    list.length > 0 &&
    html`<ul>${list.slice(0, MOST_ISSUES).map(one)}${more > 0 && html`<li>${t.moreIssues(more)}</li>`}</ul>`
  );
}
