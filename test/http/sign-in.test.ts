import { expect, test } from "vitest";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";
import { persona } from "#test/sandbox/province/personas.ts";

const db = await testDb();
const world = await startWorld(db);

test("x", async () => {
  const browser = await world.signIn(persona("lan").login);
  const book = await browser.open(`${world.origin}/book`);
  process.stdout.write(book.status + " " + book.url + "\n" + book.text.replace(/<svg.*?<\/svg>/g,"").slice(0, 3000));
  expect(book.status).toBe(200);
});
