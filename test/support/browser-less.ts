/** What a browser without JavaScript sees at one address. */
export interface Visit {
  url: URL;
  status: number;
  headers: Headers;
  text: string;
  forms: Form[];
  /** Every address asked for on the way, the first one first. */
  trail: URL[];
  /** True when a redirect led to where `until` says to stop; that address was not asked for. */
  stopped: boolean;
}

export interface Form {
  action: string;
  method: string;
  /** What would be sent as the page came: fields without a button. */
  fields: [name: string, value: string][];
  buttons: { name: string; value: string; text: string }[];
}

export interface BrowserOptions {
  /** Redirects into this are not followed, for example the address of an application that is not running. */
  until?: (url: URL) => boolean;
  headers?: Record<string, string>;
}

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** A browser of plain HTTP: cookies per host and port, redirects, forms; no scripts. */
export class Browserless {
  #jars = new Map<string, Cookie[]>();
  readonly #options: BrowserOptions;

  constructor(options: BrowserOptions = {}) {
    this.#options = options;
  }

  /** The same browser, cookies shared, stopping elsewhere. */
  copy(options: BrowserOptions): Browserless {
    const other = new Browserless(options);
    other.#jars = this.#jars;
    return other;
  }

  open(address: string | URL): Promise<Visit> {
    return this.#follow(new URL(address), {});
  }

  /** Sends a form of the page as a press on its button would; `values` fill in or replace its fields. */
  submit(page: Visit, form: Form | undefined, values: Record<string, string> = {}): Promise<Visit> {
    if (!form) throw new Error(`There is no such form on ${page.url.pathname}.`);
    const target = new URL(form.action, page.url);
    const body = new URLSearchParams(form.fields);
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    if (form.method === "get") return this.open(`${target.origin}${target.pathname}?${body}`);
    const headers = { origin: page.url.origin, "sec-fetch-site": relation(page.url, target) };
    return this.#follow(target, { method: "POST", body, headers });
  }

  /** The Cookie header this browser would send there. */
  cookieHeader(address: string | URL): string {
    return this.#cookiesFor(new URL(address))
      .map((c) => `${c.name}=${c.value}`)
      .join("; ");
  }

  cookieNames(address: string | URL): string[] {
    return this.#cookiesFor(new URL(address)).map((c) => c.name);
  }

  async #follow(start: URL, init: RequestInit): Promise<Visit> {
    const trail: URL[] = [];
    let url = start;
    let request = init;
    for (let hop = 0; hop < 20; hop++) {
      trail.push(url);
      const response = await this.#request(url, request);
      const text = await response.text();
      const location = response.headers.get("location") ?? refreshed(response.headers);
      const visit = { status: response.status, headers: response.headers, text, trail };
      if (location === null) return { ...visit, url, forms: formsOf(text), stopped: false };
      url = new URL(location, url);
      if (this.#options.until?.(url)) return { ...visit, url, forms: [], stopped: true };
      if (response.status < 307) request = {};
    }
    throw new Error(`Too many redirects after ${start.pathname}.`);
  }

  async #request(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers({ accept: "text/html", ...this.#options.headers });
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value);
    });
    const cookies = this.#cookiesFor(url).map((c) => `${c.name}=${c.value}`);
    if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(url, line);
    return response;
  }

  #cookiesFor(url: URL): Cookie[] {
    const fits = ({ path }: Cookie) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, "/"));
    return (this.#jars.get(url.host) ?? []).filter(fits);
  }

  #keep(url: URL, line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const attribute = (name: string) =>
      attributes.find((a) => a.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const at = pair.indexOf("=");
    const path = attribute("path") ?? "/";
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path };
    const expires = attribute("expires");
    const gone = attribute("max-age") === "0" || (expires !== undefined && Date.parse(expires) <= Date.now());
    const others = (this.#jars.get(url.host) ?? []).filter((c) => c.name !== cookie.name || c.path !== path);
    this.#jars.set(url.host, gone ? others : [...others, cookie]);
  }
}

/** Where a page goes on to by itself, at once. */
export const refreshed = (headers: Headers): string | null =>
  /^0; url=(.+)$/.exec(headers.get("refresh") ?? "")?.[1] ?? null;

function relation(from: URL, to: URL): string {
  if (from.origin === to.origin) return "same-origin";
  return from.hostname === to.hostname ? "same-site" : "cross-site";
}

function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = "", inside = ""]) => ({
    action: attributeOf(tag, "action") ?? "",
    method: (attributeOf(tag, "method") ?? "get").toLowerCase(),
    fields: [...inputs(inside), ...textAreas(inside), ...selects(inside)],
    buttons: buttonsOf(inside),
  }));
}

function inputs(inside: string): [string, string][] {
  return [...inside.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag = ""]): [string, string][] => {
    const type = attributeOf(tag, "type") ?? "text";
    if (type === "submit" || type === "image") return [];
    if ((type === "checkbox" || type === "radio") && !/\schecked(\s|=|\/|$)/.test(tag)) return [];
    return named(tag, attributeOf(tag, "value") ?? (type === "checkbox" || type === "radio" ? "on" : ""));
  });
}

function textAreas(inside: string): [string, string][] {
  const found = inside.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs);
  return [...found].flatMap(([, tag = "", text = ""]) => named(tag, decoded(text)));
}

function selects(inside: string): [string, string][] {
  return [...inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(([, tag = "", within = ""]) => {
    const options = [...within.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)];
    const chosen = options.find(([, option = ""]) => /\sselected(\s|=|$)/.test(option)) ?? options[0];
    return chosen ? named(tag, attributeOf(chosen[1] ?? "", "value") ?? decoded(chosen[2] ?? "").trim()) : [];
  });
}

function buttonsOf(inside: string): Form["buttons"] {
  return [...inside.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)].map(([, tag = "", text = ""]) => ({
    name: attributeOf(tag, "name") ?? "",
    value: attributeOf(tag, "value") ?? "",
    text: decoded(text.replace(/<[^>]*>/g, "")).trim(),
  }));
}

function named(tag: string, value: string): [string, string][] {
  const name = attributeOf(tag, "name");
  return name === undefined ? [] : [[name, value]];
}

function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    return signs[name] ?? whole;
  });
}
