import { beforeAll, expect, test } from "vitest";
import { testDb } from "../support/test-db.ts";

const db = await testDb();
test("portal sees nothing", async () => {
  const sql = db.raw("portal");
  expect(await sql`select * from entries`).toHaveLength(0);
});
