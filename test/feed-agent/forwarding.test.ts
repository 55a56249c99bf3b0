import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { accepted, eventually, files, hospitalSite, portalDouble, type Reply, xmlPackage } from "./support.ts";

const summaryOf = (body: string) =>
  Buffer.from(/<NOIDUNGFILE>([^<]*)/.exec(body)?.[1] ?? "", "base64").toString("utf8");
const caseOf = (body: string) => /<MA_LK>([^<]*)/.exec(summaryOf(body))?.[1];
const noteOf = (body: string) => /<GHI_CHU>([^<]*)/.exec(summaryOf(body))?.[1];

describe("what is sent", () => {
  test("a package with its token, type and place in the sequence; the file moves to accepted with its report", async () => {
    const portal = await portalDouble(() => accepted);
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    site.drop("ho-so.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at("accepted"))).toEqual(["ho-so.xml", "ho-so.xml.json", "ho-so.xml.ketqua.txt"]);
    const [call] = portal.sent();
    const { stream } = await agent.snapshot();
    expect(call?.path).toBe("/feeds/qd3176");
    expect(call?.headers).toMatchObject({
      authorization: "Bearer t-1",
      "content-type": "application/xml",
      "x-feed-sequence": `${stream}/1`,
    });
    expect(call?.body).toBe(xmlPackage("LK-1"));
    expect(files(site.at("in"))).toEqual([]);
    const report = fs.readFileSync(site.at("accepted", "ho-so.xml.ketqua.txt"), "utf8");
    expect(report).toContain("Kết quả: ĐƯỢC NHẬN");
    expect(report).toContain("MA_LK: LK-1");
    expect(JSON.parse(fs.readFileSync(site.at("accepted", "ho-so.xml.json"), "utf8"))).toMatchObject({
      seq: 1,
      maLk: "LK-1",
      state: "accepted",
      messageId: "m-1",
    });
  });

  test("a FHIR Bundle goes to /fhir, and its answer is read entry by entry", async () => {
    const outcome = {
      resourceType: "OperationOutcome",
      issue: [{ severity: "error", code: "value", diagnostics: "no such date", expression: ["Bundle.entry[1]"] }],
    };
    const body = {
      resourceType: "Bundle",
      type: "batch-response",
      entry: [{ response: { status: "201 Created" } }, { response: { status: "400 Bad Request", outcome } }],
    };
    const portal = await portalDouble(() => ({ status: 200, body }));
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    site.drop("b.json", JSON.stringify({ resourceType: "Bundle", type: "batch", entry: [] }));
    await eventually(async () => (await agent.snapshot()).attention).toHaveLength(1);
    expect(portal.sent()[0]).toMatchObject({ path: "/fhir", headers: { "content-type": "application/fhir+json" } });
    expect((await agent.snapshot()).attention[0]).toMatchObject({
      state: "partly_accepted",
      counts: { accepted: 1, rejected: 1 },
      issues: [{ row: 2, field: "Bundle.entry[1]", vi: "no such date" }],
    });
  });
});

describe("what the portal answers", () => {
  const issue = {
    severity: "error",
    code: "needed",
    table: "XML2",
    row: 3,
    field: "SO_LUONG",
    vi: "Thiếu số lượng",
    en: "Quantity is missing",
  };
  const packageWith = (state: string) => ({
    state,
    messageId: "m-2",
    replay: false,
    counts: { accepted: 1, unchanged: 0, rejected: 1, warnings: 0 },
    tables: [{ table: "XML2", rows: 4, accepted: 3, warned: 0, refused: 1, issues: [issue] }],
    issues: [issue],
  });

  test.each<[string, Reply, string, string]>([
    ["422", { status: 422, body: packageWith("rejected") }, "refused", "refused"],
    ["400 without a body of its own", { status: 400, body: "<html>" }, "refused", "refused"],
    [
      "202",
      { status: 202, body: packageWith("quarantined"), headers: { Location: "/api/v1/messages/m-2" } },
      "waiting",
      "accepted",
    ],
    ["200 in part", { status: 200, body: packageWith("partly_accepted") }, "partly_accepted", "accepted"],
  ])("%s is final: it is said with its reasons, and sent once", async (_name, reply, state, folder) => {
    const portal = await portalDouble(() => reply);
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at(folder))).toContain("a.xml.ketqua.txt");
    await eventually(async () => (await agent.snapshot()).waiting.count).toBe(0);
    const [receipt] = (await agent.snapshot()).attention;
    expect(receipt).toMatchObject({ state, seq: 1, status: reply.status });
    if (typeof reply.body !== "string") {
      expect(receipt?.issues).toEqual([issue]);
      const report = fs.readFileSync(site.at(folder, "a.xml.ketqua.txt"), "utf8");
      expect(report).toContain("Lỗi, XML2, dòng 3, trường SO_LUONG: Thiếu số lượng");
    }
    expect(portal.sent()).toHaveLength(1);
  });

  test("several cases in one file are told apart", async () => {
    const one = (maLk: string, state: string) => ({ ...packageWith(state), case: { MA_LK: maLk } });
    const body = {
      state: "partly_accepted",
      replay: false,
      counts: {},
      cases: [one("LK-1", "accepted"), one("LK-2", "rejected")],
    };
    const portal = await portalDouble(() => ({ status: 200, body }));
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(async () => (await agent.snapshot()).attention).toHaveLength(1);
    const [receipt] = (await agent.snapshot()).attention;
    expect(receipt?.messageId).toBe("m-2");
    expect(receipt?.tables.map((t) => t.table)).toEqual(["LK-1 XML2", "LK-2 XML2"]);
    expect(receipt?.issues.map((i) => i.table)).toEqual(["LK-1 XML2", "LK-2 XML2"]);
  });

  test.each<[string, Reply, string]>([
    ["429 with Retry-After", { status: 429, headers: { "Retry-After": "1" } }, "busy"],
    ["500", { status: 500 }, "server-error"],
    ["502 of a proxy", { status: 502, body: "<html>" }, "unreachable"],
    ["403", { status: 403 }, "not-allowed"],
    ["404", { status: 404 }, "no-such-address"],
    ["a redirect", { status: 302, headers: { Location: "http://elsewhere.example/" } }, "no-such-address"],
    ["200 from something that is not the portal", { status: 200, body: "<html>login</html>" }, "strange-answer"],
  ])("%s is tried again until it is answered", async (_name, reply, why) => {
    const portal = await portalDouble((_call, n) => (n === 1 ? reply : accepted));
    const site = hospitalSite(portal.url, { firstRetrySeconds: 0.2 });
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(async () => (await agent.snapshot()).connection.why).toBe(why);
    const failedAt = Date.now();
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
    if (reply.headers?.["Retry-After"]) expect(Date.now() - failedAt).toBeGreaterThan(900);
    expect((await agent.snapshot()).connection.state).toBe("good");
  });

  test("a token that is no longer good is taken anew; the document is not refused for it", async () => {
    const portal = await portalDouble(({ headers }) =>
      headers.authorization === "Bearer t-1" ? { status: 401 } : accepted,
    );
    const site = hospitalSite(portal.url);
    await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
    expect(portal.sent().map((c) => c.headers.authorization)).toEqual(["Bearer t-1", "Bearer t-2"]);
  });
});

describe("order and outages", () => {
  test("one case goes in order, though the portal fails in between; cases go side by side, four at most", async () => {
    let now = 0;
    let most = 0;
    const taken: string[] = [];
    const portal = await portalDouble(async ({ body }, n) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 15));
      now--;
      if (n % 3 === 0) return { status: n % 2 ? 503 : 500 };
      taken.push(`${caseOf(body)}:${noteOf(body)}`);
      return accepted;
    });
    const site = hospitalSite(portal.url);
    const names = Array.from({ length: 24 }, (_, i) => i);
    for (const i of names) {
      site.drop(`${i}.xml`, xmlPackage(`LK-${i % 6}`, String(i)));
      fs.utimesSync(site.at("in", `${i}.xml`), 1_700_000_000 + i, 1_700_000_000 + i);
    }
    await site.start();
    await eventually(() => taken.length).toBe(24);
    for (let lk = 0; lk < 6; lk++)
      expect(taken.filter((t) => t.startsWith(`LK-${lk}:`)).map((t) => Number(t.split(":")[1]))).toEqual([
        lk,
        lk + 6,
        lk + 12,
        lk + 18,
      ]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  test("a portal that is away at the start is waited for; the retry button does not wait", async () => {
    const portal = await portalDouble(() => accepted);
    portal.close();
    const site = hospitalSite(portal.url, { firstRetrySeconds: 60 });
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(async () => (await agent.snapshot()).connection.why).toBe("unreachable");
    expect((await agent.snapshot()).waiting.count).toBe(1);
    await portal.listen();
    const page = await (await fetch(agent.statusAddress)).text();
    expect(page).toContain("Không kết nối được đến máy chủ");
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const press = (t: string) =>
      fetch(`${agent.statusAddress}/retry`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ token: t }),
      });
    expect((await press("guessed")).status).toBe(403);
    expect((await press(token)).status).toBe(303);
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
  });

  test("what was refused can be sent again from the page, under its own number", async () => {
    const portal = await portalDouble((_call, n) => (n === 1 ? { status: 422 } : accepted));
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-9"));
    await eventually(() => files(site.at("refused"))).toContain("a.xml");
    await eventually(async () => (await agent.snapshot()).waiting.count).toBe(0);
    const page = await (await fetch(`${agent.statusAddress}/?lang=en&q=lk-9`)).text();
    expect(page).toContain("Send this one again");
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
    await fetch(`${agent.statusAddress}/again`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ token, seq: "1" }),
    });
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
    expect(portal.sent().map((c) => c.headers["x-feed-sequence"]?.toString().split("/")[1])).toEqual(["1", "1"]);
    await eventually(async () => (await agent.snapshot()).attention).toEqual([]);
  });

  test("the status page answers nobody who came by another name", async () => {
    const portal = await portalDouble(() => accepted);
    const agent = await hospitalSite(portal.url).start();
    const { ask } = await import("#test/support/raw-http.ts");
    const port = Number(new URL(agent.statusAddress).port);
    expect((await ask(port, { target: "/", headers: { host: "evil.example" } })).status).toBe(421);
  });
});
