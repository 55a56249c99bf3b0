import { expect, test } from "vitest";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const world = await startWorld(await testDb());

test("no letter of a page is cut or padded, wherever it falls in the renderer's buffer", async () => {
  const texts = new Set<string>();
  for (let shift = 1; shift <= 48; shift++) {
    const response = await fetch(`${world.origin}/help?x=${"a".repeat(shift)}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([shift, bytes.indexOf(0)]).toEqual([shift, -1]);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    texts.add(text.replaceAll(`x=${"a".repeat(shift)}`, "").replace(/lúc [\d:/ ]+/, ""));
  }
  expect(texts.size).toBe(1);
});
