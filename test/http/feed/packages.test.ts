import { describe, expect, test } from "vitest";
import { facilities } from "#test/sandbox/province/facilities.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { envelopeXml, packageXml } from "#test/support/qd3176/package-xml.ts";
import { type CaseSpec, plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { ask } from "#test/support/raw-http.ts";
import { someNumber } from "#test/support/record-store.ts";

const { bearer, port, rowCounts } = await feedWorld();
const code = facilities.find((f) => f.key === "clinic")?.code5 ?? "";

interface Said {
  state: string;
  replay: boolean;
  messageId: string;
  cases?: Said[];
  case?: { MA_LK: string };
  code?: string;
  tables: {
    table: string;
    rows: number;
    accepted: number;
    refused: number;
    issues: { row: number; field: string; vi: string; en: string }[];
  }[];
  issues: { code: string; vi: string; en: string }[];
}

async function post(body: Uint8Array | string, headers: Record<string, string> = {}) {
  const answer = await ask(port, {
    method: "POST",
    target: "/feeds/qd3176",
    headers: { "content-type": "application/xml", ...(await bearer("clinic")), ...headers },
    body,
  });
  return { ...answer, body: JSON.parse(answer.text) as Said };
}

let cases = 0;
const aCase = (spec: CaseSpec = {}) =>
  plausibleCase({
    maCskcb: code,
    maLk: `HTTP${++cases}`,
    ...spec,
    summary: { SO_CCCD: someNumber(), MA_BN: `H${cases}`, MA_THE_BHYT: "", ...spec.summary },
  });

describe("POST /feeds/qd3176", () => {
  test("takes a package and says so table by table; a replay is answered alike", async () => {
    const bytes = packageXml(aCase({ medicines: 3 }));
    const first = await post(bytes);
    expect([first.status, first.body.state, first.body.replay]).toEqual([200, "accepted", false]);
    expect(first.body.tables.find((t) => t.table === "XML2")).toMatchObject({ rows: 3, accepted: 3, refused: 0 });
    const again = await post(bytes);
    expect(again.body).toEqual({ ...first.body, replay: true });
  });

  test("takes a package through the other ways tables are written", async () => {
    for (const form of ["inline", "cdata", "escaped"] as const) {
      const answer = await post(packageXml(aCase(), { form, bom: true }), {
        "content-type": "text/xml; charset=utf-8",
      });
      expect([form, answer.status, answer.body.state]).toEqual([form, 200, "accepted"]);
    }
  });

  test("says in both languages which row and field is refused, and takes the rest", async () => {
    const tables = aCase({ results: 1 });
    const empty = { ...tables.XML4?.[0], STT: "2", GIA_TRI: "", MO_TA: "", KET_LUAN: "" };
    const answer = await post(packageXml({ ...tables, XML4: [...(tables.XML4 ?? []), empty] }));
    const results = answer.body.tables.find((t) => t.table === "XML4");
    expect([answer.status, answer.body.state, results?.accepted, results?.refused]).toEqual([
      200,
      "partly_accepted",
      1,
      1,
    ]);
    const [issue] = results?.issues ?? [];
    expect(issue).toMatchObject({ row: 2 });
    expect(issue?.vi).toMatch(/[ăâđêôơưáàảãạ]/i);
    expect(issue?.en).toBeTruthy();
  });

  test("says of every table that it could not take why, and where", async () => {
    const files = ["XML7", "XML99", "XML12"].map(
      (kind) => `<FILEHOSO><LOAIHOSO>${kind}</LOAIHOSO><NOIDUNGFILE></NOIDUNGFILE></FILEHOSO>`,
    );
    const answer = await post(
      packageXml(aCase())
        .toString()
        .replace("</HOSO>", `${files.join("")}</HOSO>`),
    );
    const said = answer.body.issues as { code: string; table?: string; field?: string }[];
    expect(said.map(({ code, table, field }) => [code, table, field])).toEqual([
      ["no-content", "XML7", "NOIDUNGFILE"],
      ["unknown-table", undefined, "LOAIHOSO"],
      ["portal-only-table", undefined, "LOAIHOSO"],
    ]);
  });

  test("keeps what it cannot place, and names the message", async () => {
    const answer = await post(packageXml(aCase({ summary: { SO_CCCD: "", MA_BN: "NOBODY" } })));
    expect([answer.status, answer.body.state]).toEqual([202, "quarantined"]);
    expect(answer.headers.location).toContain(`/api/v1/messages/${answer.body.messageId}`);
  });

  test("takes several cases of one file each by itself", async () => {
    const nobody = aCase({ summary: { SO_CCCD: "", MA_BN: "NOBODY2" } });
    const answer = await post(envelopeXml([aCase(), nobody, aCase()]));
    expect([answer.status, answer.body.state]).toEqual([200, "partly_accepted"]);
    expect(answer.body.cases?.map((c) => c.state)).toEqual(["accepted", "quarantined", "accepted"]);
  });

  test.each([
    ["no XML", "this is not XML", 400],
    ["a DOCTYPE", `<!DOCTYPE x [<!ENTITY a "b">]><GIAMDINHHS>&a;</GIAMDINHHS>`, 400],
    ["another document", "<HTML><BODY/></HTML>", 400],
    ["half of a package", Buffer.from(packageXml(aCase())).subarray(0, 900), 400],
    ["UTF-16", Buffer.from("<GIAMDINHHS/>", "utf16le"), 400],
    ["a package without a case's number", packageXml(aCase({ summary: { MA_LK: "" } })), 422],
    ["another facility's package", packageXml(aCase({ maCskcb: "00000" })), 422],
    ["nothing", "", 400],
  ])("refuses %s and keeps nothing of it but the reject", async (_what, body, status) => {
    const { messages: _before, ...before } = await rowCounts();
    const answer = await post(body);
    expect([answer.status, answer.body.state]).toEqual([status, "rejected"]);
    expect(answer.body.issues[0]).toMatchObject({ vi: expect.any(String), en: expect.any(String) });
    const { messages: _after, ...after } = await rowCounts();
    for (const table of ["entries", "persons", "packages"])
      expect([table, after[table]]).toEqual([table, before[table]]);
  });

  test("asks for XML, a token and the scope", async () => {
    expect((await post("{}", { "content-type": "application/json" })).status).toBe(415);
    expect((await post("<a/>", { authorization: "" })).status).toBe(401);
  });
});
