import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { newId } from "#app/shared/ids.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { bookCrawler } from "#test/support/book-crawler.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { haveTestdata, testdataFiles } from "#test/support/testdata.ts";

const { world, superuser, db, port } = await feedWorld({ PAGES_PER_MINUTE: "1000000" });
const feed = db.connect("feed");
const files = haveTestdata
  ? ["ips-2.0.1", "ips-1.x", "synthea-r4", "hl7-r4-examples"].map((folder) => [folder, testdataFiles(folder)] as const)
  : [];

test.each(files)(
  "every entry of %s is reached by links, in both languages",
  { timeout: 1_800_000 },
  async (folder, all) => {
    const cookie = (await world.signIn(persona("yen").login)).cookieHeader(world.origin);
    const [row] = await superuser<
      { id: string }[]
    >`select person_id as id from sessions order by created_at desc limit 1`;
    const person = row?.id ?? "";
    const book = bookCrawler({ port, host: new URL(world.origin).host, superuser, whose: () => ({ cookie, person }) });
    const [clinic] = await superuser<{ id: string }[]>`select id from facilities limit 1`;
    const facilityId = clinic?.id ?? newId();
    // Charts one by one; examples are one resource each and make a book together.
    const books = folder === "hl7-r4-examples" ? [all] : all.map((file) => [file]);
    for (const one of books) {
      await superuser`delete from entries where person_id = ${person}`;
      for (const file of one)
        await receiveMessage(
          { db: feed, keys: world.parts.keys, now: () => new Date() },
          {
            facilityId,
            channel: "command",
            clientId: undefined,
            bytes: fs.readFileSync(file),
            boundTo: person,
            allowSingle: true,
          },
        );
      for (const language of ["vi", "en"] as const) {
        const { entries, pages, missing } = await book.unreachable(language);
        process.stdout.write(`${path.basename(one[0] ?? "")} ${language}: ${entries} entries on ${pages} pages\n`);
        expect(missing).toEqual([]);
      }
    }
  },
);
