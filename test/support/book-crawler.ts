import { bookSections } from "#app/domain/access/data-types.ts";
import { ask } from "./raw-http.ts";
import type { TestDb } from "./test-db.ts";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Pages about the book, not of it. */
const BESIDE = /^\/book\/(export|corrections|sources|search)|[./]pdf|\.ics|[?&](text|lang)=/;

interface Crawl {
  port: number;
  host: string;
  superuser: ReturnType<TestDb["raw"]>;
  /** Who is signed in, asked for at each crawl. */
  whose: () => { cookie: string; person: string };
}

/** Follows the links of a book as its person would, and says what of it cannot be got to. */
export function bookCrawler({ port, host, superuser, whose }: Crawl) {
  /** Every link of the book, followed from its first page; the ids of all that is linked or can be reported. */
  async function crawled(language: "vi" | "en"): Promise<{ ids: Set<string>; pages: number; text: string }> {
    const ids = new Set<string>();
    const seen = new Set(["/book"]);
    const texts: string[] = [];
    for (const address of seen) {
      const target = `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;
      const { status, text } = await ask(port, { target, headers: { host, cookie: whose().cookie } });
      if (status !== 200) throw new Error(`${address} answered ${status}.`);
      texts.push(text);
      for (const [, href = ""] of text.matchAll(/href="([^"]*)"/g)) {
        const link = href.replaceAll("&amp;", "&");
        if (!link.startsWith("/book")) continue;
        for (const [id] of link.matchAll(ID)) ids.add(id);
        if (!BESIDE.test(link)) seen.add(link.replace(/#.*/, ""));
      }
    }
    return { ids, pages: seen.size, text: texts.join("\n") };
  }

  /** What of the book nobody can get to. Statements that there is none have no id on a page: they are sentences. */
  async function unreachable(language: "vi" | "en") {
    const rows = await superuser<{ id: string; type: string; source: string }[]>`
      select entry_id as id, resource_type as type, source_id as source from entries
      where person_id = ${whose().person} and current and section = any(${[...bookSections]}) and not none_coded and withdrawn_reason is distinct from 'moved'`;
    const { ids, pages } = await crawled(language);
    const missing = rows.filter(({ id }) => !ids.has(id)).map(({ type, source }) => `${type} ${source}`);
    return { entries: rows.length, pages, missing };
  }

  return { crawled, unreachable };
}
