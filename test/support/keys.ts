import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { type KeyRing, loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";

/** Keys of this test file's own, gone afterwards. */
export function testKeys(): KeyRing & { folder: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-keys-"));
  makeKeys(folder, { sandbox: true });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return { ...loadKeyRing(folder), folder };
}
