import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { bookCrawler } from "#test/support/book-crawler.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { haveTestdata, testdataFiles } from "#test/support/testdata.ts";

const book = await bookCrawler(await feedWorld({ PAGES_PER_MINUTE: "1000000" }));
const files = haveTestdata
  ? ["ips-2.0.1", "ips-1.x", "synthea-r4", "hl7-r4-examples"].map((folder) => [folder, testdataFiles(folder)] as const)
  : [];

test.each(files)(
  "every entry of %s is reached by links, in both languages",
  { timeout: 1_800_000 },
  async (folder, all) => {
    // Charts one by one; examples are one resource each and make a book together.
    for (const one of folder === "hl7-r4-examples" ? [all] : all.map((file) => [file])) {
      await book.emptied();
      for (const file of one) await book.take(fs.readFileSync(file));
      for (const language of ["vi", "en"] as const) {
        const { entries, pages, missing } = await book.unreachable(language);
        process.stdout.write(`${path.basename(one[0] ?? "")} ${language}: ${entries} entries on ${pages} pages\n`);
        expect(missing).toEqual([]);
      }
    }
  },
);
