import { describe, expect, test } from "vitest";
import { csvOf, DOSES, formOf, jsonOf, rowsOf } from "#test/support/feed-files/samples.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import { someNumber } from "#test/support/record-store.ts";

const { bearer, port } = await feedWorld();

async function post(target: string, type: string, body: Uint8Array, headers?: Record<string, string>) {
  const sent = { "content-type": type, ...(headers ?? (await bearer("clinic"))) };
  const answer = await ask(port, { method: "POST", target, headers: sent, body });
  return {
    status: answer.status,
    body: JSON.parse(answer.text) as { state: string; replay: boolean; cases?: object[] },
  };
}

describe.each([
  ["/feeds/immunizations", "text/csv; charset=utf-8", () => csvOf(rowsOf({ number: someNumber() }, DOSES))],
  ["/feeds/form-831", "application/json", () => jsonOf(formOf({ so_dinh_danh: someNumber() }))],
] as const)("POST %s", (target, type, file) => {
  test("takes a file and answers row by row; a replay is answered alike", async () => {
    const bytes = file();
    const first = await post(target, type, bytes);
    expect([first.status, first.body.state, first.body.replay]).toEqual([200, "accepted", false]);
    expect((await post(target, type, bytes)).body).toEqual({ ...first.body, replay: true });
  });

  test("refuses another type, no token, and what is no such file", async () => {
    expect((await post(target, "application/xml", file())).status).toBe(415);
    expect((await post(target, type, file(), {})).status).toBe(401);
    const refused = await post(target, type, Buffer.from("\u0000{"));
    expect([refused.status >= 400 && refused.status < 500, refused.body.state]).toEqual([true, "rejected"]);
  });
});

test("rows of several children are answered child by child", async () => {
  const rows = [...rowsOf({ number: someNumber() }, DOSES), ...rowsOf({ number: someNumber() }, DOSES)];
  const answer = await post("/feeds/immunizations", "text/csv", csvOf(rows));
  expect([answer.status, answer.body.cases?.length]).toEqual([200, 2]);
});
