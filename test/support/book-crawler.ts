import { bookSections } from "#app/domain/access/data-types.ts";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { feedWorld } from "./feed-world.ts";
import { ask } from "./raw-http.ts";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Pages about the book, not of it. */
const BESIDE = /^\/book\/(export|corrections|sources|search)|[./]pdf|\.ics|[?&](text|lang)=/;

/** The book of somebody who had none: filled by hand, read and followed as its person would. */
export async function bookCrawler({ world, db, superuser, port }: Awaited<ReturnType<typeof feedWorld>>) {
  const feed = db.connect("feed");
  const host = new URL(world.origin).host;
  const cookie = (await world.signIn(persona("yen").login)).cookieHeader(world.origin);
  const [session] = await superuser<{ person: string }[]>`
    select person_id as person from sessions order by created_at desc limit 1`;
  const [facility] = await superuser<{ id: string }[]>`select id from facilities order by id limit 1`;
  const person = session?.person ?? "";
  const facilityId = facility?.id ?? "";

  /** Takes one file as this person's, whoever it is about; says what became of it. */
  async function take(bytes: Uint8Array): Promise<string> {
    const { state } = await receiveMessage(
      { db: feed, keys: world.parts.keys, now: () => new Date() },
      { facilityId, channel: "command", clientId: undefined, bytes, boundTo: person, allowSingle: true },
    );
    return state;
  }

  /** A book with nothing in it again, as no application may make one. */
  const emptied = () => superuser`delete from entries where person_id = ${person}`;

  /** Every link of the book, followed from its first page; the ids of all that is linked or can be reported. */
  async function crawled(language: "vi" | "en"): Promise<{ ids: Set<string>; pages: number; text: string }> {
    const ids = new Set<string>();
    const seen = new Set(["/book"]);
    const texts: string[] = [];
    for (const address of seen) {
      const target = `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;
      const { status, text } = await ask(port, { target, headers: { host, cookie } });
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
      where person_id = ${person} and current and section = any(${[...bookSections]}) and not none_coded and withdrawn_reason is distinct from 'moved'`;
    const { ids, pages } = await crawled(language);
    const missing = rows.filter(({ id }) => !ids.has(id)).map(({ type, source }) => `${type} ${source}`);
    return { entries: rows.length, pages, missing };
  }

  return { person, take, emptied, crawled, unreachable };
}
