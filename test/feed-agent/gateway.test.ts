import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAt } from "#app/feed-agent/gateway/pass-through.ts";
import { accepted, eventually, hospitalSite, portalDouble, type Reply, server, xmlPackage } from "./support.ts";

const PASSWORD = crypto.createHash("md5").update("mat-khau").digest("hex").toUpperCase();
const account = { host: "127.0.0.1", port: 0, username: "27001_BV", passwordMd5: PASSWORD };
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** The hospital's system, as the insurer's guide says it calls. */
function hospital(gateway: string) {
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway}${path}`, { method: "POST", headers, body: new URLSearchParams(fields) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const take = (password = PASSWORD, username = account.username) => post("/api/token/take", { username, password });
  async function tokens(): Promise<Record<string, string>> {
    const { APIKey: key } = (await take()).body as { APIKey: { access_token: string; id_token: string } };
    return { accessToken: key.access_token, tokenId: key.id_token, passwordHash: PASSWORD };
  }
  const send = (headers: Record<string, string>, fileHSBase64: string, call = "guiHoSoXmlQD3176") =>
    post(
      `/api/qd130/${call}`,
      { username: account.username, loaiHoSo: "130", maTinh: "27", maCSKCB: "27001", fileHSBase64 },
      headers,
    );
  return { post, take, tokens, send };
}

/** The status that comes while the body is still to be sent. */
const answeredUnread = (at: string, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = http.request(`${at}${path}`, { method: "POST", headers }, (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on("error", reject);
    request.flushHeaders();
  });

async function site(changes: object = {}, answer: () => Reply = () => accepted) {
  const portal = await portalDouble(answer);
  const at = hospitalSite(portal.url, { gateway: { ...account, ...changes }, watch: [] });
  const agent = await at.start();
  return { portal, agent, at, ...hospital(agent.gatewayAddress ?? "") };
}

describe("the insurer gateway's dialect", () => {
  test("a token, a check-in, a record: acknowledged with a number, and at the portal as they were", async () => {
    const { portal, agent, take, tokens, send } = await site();
    const { status, body } = await take();
    expect([status, body.maKetQua]).toEqual([200, "200"]);
    expect(body.APIKey).toMatchObject({
      token_type: "Bearer",
      access_token: expect.any(String),
      id_token: expect.any(String),
    });
    expect(Date.parse((body.APIKey as { expires_in: string }).expires_in)).toBeGreaterThan(Date.now() + 3_000_000);
    const own = await tokens();
    const checkIn =
      "<CHI_TIEU_TRANG_THAI_KCB><DSACH_TRANG_THAI_KCB><TRANG_THAI_KCB><MA_LK><![CDATA[LK-7]]></MA_LK></TRANG_THAI_KCB></DSACH_TRANG_THAI_KCB></CHI_TIEU_TRANG_THAI_KCB>";
    const first = await send(own, base64(checkIn), "checkInKcbQd3176");
    const second = await send(own, base64(xmlPackage("LK-7")));
    const { stream } = await agent.snapshot();
    expect([first, second].map((a) => [a.status, a.body.maKetQua, a.body.maGiaoDich])).toEqual([
      [200, "200", `${stream}-1`],
      [200, "200", `${stream}-2`],
    ]);
    expect(second.body.thoiGianTiepNhan).toMatch(/^20\d{12}$/);
    await eventually(() => portal.sent().map((c) => c.body)).toEqual([checkIn, xmlPackage("LK-7")]);
    await eventually(async () => (await agent.snapshot()).accepted.map((r) => [r.name, r.maLk])).toEqual([
      ["guiHoSoXmlQD3176", "LK-7"],
      ["checkInKcbQd3176", "LK-7"],
    ]);
  });

  test("JSON bodies, tokens in the address and plus signs that were not escaped are understood", async () => {
    const { agent, tokens, portal } = await site();
    const { accessToken = "", tokenId = "" } = await tokens();
    const text = xmlPackage("LK-8", "~~~???>>>");
    const at = `${agent.gatewayAddress}/api/qd130/guiHoSoXmlQD3176`;
    const json = await fetch(at, {
      method: "POST",
      headers: { "content-type": "application/json", accessToken, tokenId },
      body: JSON.stringify({ username: account.username, fileHSBase64: base64(text) }),
    });
    expect(await json.json()).toMatchObject({ maKetQua: "200" });
    const query = new URLSearchParams({
      token: accessToken,
      id_token: tokenId,
      username: account.username,
      password: PASSWORD,
    });
    const raw = await fetch(`${at}?${query}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `fileHSBase64=${base64(xmlPackage("LK-8", "ễ ở ữ +++"))}`,
    });
    expect(await raw.json()).toMatchObject({ maKetQua: "200" });
    await eventually(() => portal.sent().length).toBe(2);
  });

  test("a wrong name, password, token or account is 401, in the status and in the body; nothing is kept", async () => {
    const { agent, take, tokens, send } = await site();
    const good = await tokens();
    const answers = [
      await take("0".repeat(32)),
      await take(PASSWORD, "other"),
      await take("mat-khau"),
      await send({}, base64(xmlPackage("LK-1"))),
      await send({ ...good, accessToken: "guessed" }, base64(xmlPackage("LK-1"))),
      await send({ ...good, tokenId: crypto.randomUUID() }, base64(xmlPackage("LK-1"))),
      await send({ ...good, passwordHash: "0".repeat(32) }, base64(xmlPackage("LK-1"))),
    ];
    for (const { status, body } of answers) expect([status, body.maKetQua]).toEqual([401, "401"]);
    expect((await agent.snapshot()).waiting.count).toBe(0);
  });

  test("whose credentials do not fit hears it before a byte of the document is read", async () => {
    const { agent, tokens } = await site();
    const own = await tokens();
    const headers = { "content-length": String(30 * 1_048_576), "content-type": "application/x-www-form-urlencoded" };
    const record = "/api/qd130/guiHoSoXmlQD3176";
    const statuses = [
      await answeredUnread(agent.gatewayAddress ?? "", record, headers),
      await answeredUnread(agent.gatewayAddress ?? "", record, { ...headers, ...own, passwordHash: "0".repeat(32) }),
      await answeredUnread(agent.gatewayAddress ?? "", `${record}?token=${own.accessToken}&username=other`, headers),
      await answeredUnread(agent.gatewayAddress ?? "", "/api/other", { ...headers, ...own }),
    ];
    expect(statuses).toEqual([401, 401, 401, 404]);
    expect(
      (await fetch(`${agent.gatewayAddress}/api/token/take`, { method: "POST", body: "a".repeat(100_000) })).status,
    ).toBe(413);
  });

  test("tokens end", async () => {
    const { tokens, send } = await site({ tokenMinutes: 0.005 });
    const own = await tokens();
    expect((await send(own, base64(xmlPackage("LK-1")))).body.maKetQua).toBe("200");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await send(own, base64(xmlPackage("LK-1")))).status).toBe(401);
  });

  test.each([
    ["no file", "", /base64/],
    ["not base64", "%%%%", /base64/],
    ["base64 cut off", base64(xmlPackage("LK-1")).slice(0, -3), /base64/],
    ["not XML", base64("<GIAMDINHHS><THONGTINDONVI></GIAMDINHHS>"), /XML đúng cú pháp/],
    ["a FHIR Bundle", base64('{"resourceType":"Bundle"}'), /XML đúng cú pháp/],
    ["a DOCTYPE", base64("<!DOCTYPE a><a/>"), /DOCTYPE/],
  ])("%s is named in the answer, and not taken", async (_name, file, words) => {
    const { agent, tokens, send } = await site();
    const { status, body } = await send(await tokens(), file);
    expect([status, body.maKetQua]).toEqual([200, "205"]);
    expect(body.thongDiep).toMatch(words);
    expect((await agent.snapshot()).waiting.count).toBe(0);
  });

  test("a full disk is an error the hospital's system sends again after", async () => {
    const portal = await portalDouble(() => accepted);
    const agent = await hospitalSite(portal.url, { gateway: account, watch: [], minFreeMB: 1_000_000_000 }).start();
    const { tokens, send } = hospital(agent.gatewayAddress ?? "");
    const { status, body } = await send(await tokens(), base64(xmlPackage("LK-1")));
    expect([status, body.maKetQua]).toEqual([503, "503"]);
    expect(body.thongDiep).toMatch(/Đĩa/);
  });

  test("other calls, and more than a document may weigh, are refused in the dialect", async () => {
    const { agent, post, tokens, send } = await site();
    expect((await post("/api/egw/KQNhanLichSuKCB2024", {})).body.maKetQua).toBe("404");
    expect((await fetch(`${agent.gatewayAddress}/api/token/take`)).status).toBe(404);
    expect((await send(await tokens(), "A".repeat(34 * 1_048_576))).body.maKetQua).toBe("413");
  });
});

describe("pass-through", () => {
  const insurer = () =>
    server(({ path }) =>
      path === "/api/token/take"
        ? {
            status: 200,
            body: { maKetQua: "200", APIKey: { access_token: "vss", id_token: "vss-id", token_type: "Bearer" } },
          }
        : { status: 200, headers: { "X-Vss": "1" }, body: { maKetQua: "200", maGiaoDich: "VSS-1", thongDiep: "vss" } },
    );

  test("the insurer's answers are the hospital's; the document is at both, as it was", async () => {
    const vss = await insurer();
    const { tokens, send, post, portal } = await site({ passThrough: { url: vss.url } });
    const own = await tokens();
    expect(own).toMatchObject({ accessToken: "vss", tokenId: "vss-id" });
    expect((await send(own, base64(xmlPackage("LK-1")))).body).toMatchObject({ maGiaoDich: "VSS-1" });
    expect((await post("/api/egw/KQNhanLichSuKCB2024?token=vss", { maThe: "1" })).body).toMatchObject({
      thongDiep: "vss",
    });
    expect(vss.calls.map((c) => c.path)).toEqual([
      "/api/token/take",
      "/api/qd130/guiHoSoXmlQD3176",
      "/api/egw/KQNhanLichSuKCB2024?token=vss",
    ]);
    expect(vss.calls[1]?.headers).toMatchObject({ accesstoken: "vss", tokenid: "vss-id", passwordhash: PASSWORD });
    expect(new URLSearchParams(vss.calls[1]?.body).get("fileHSBase64")).toBe(base64(xmlPackage("LK-1")));
    await eventually(() => portal.sent().map((c) => c.body)).toEqual([xmlPackage("LK-1")]);
  });

  test("the insurer is away: the hospital hears it, and our copy is kept all the same", async () => {
    const vss = await insurer();
    const { tokens, send, portal, agent } = await site({ passThrough: { url: vss.url, timeoutSeconds: 2 } });
    const own = await tokens();
    vss.close();
    expect(await send(own, base64(xmlPackage("LK-1")))).toMatchObject({ status: 503, body: { maKetQua: "503" } });
    await eventually(() => portal.sent().length).toBe(1);
    expect((await agent.snapshot()).gateway?.failedAt).toBeDefined();
  });

  test("the portal is away, or our disk full: the insurer's answer comes as ever, and it is said that we kept nothing", async () => {
    const vss = await insurer();
    const away = await portalDouble(() => accepted);
    away.close();
    const gateway = { ...account, passThrough: { url: vss.url } };
    const waits = await hospitalSite(away.url, { gateway, watch: [] }).start();
    const one = hospital(waits.gatewayAddress ?? "");
    expect((await one.send(await one.tokens(), base64(xmlPackage("LK-1")))).body).toMatchObject({
      maGiaoDich: "VSS-1",
    });
    expect(await waits.snapshot()).toMatchObject({ waiting: { count: 1 }, gateway: { notKept: 0 } });
    const full = await hospitalSite(away.url, { gateway, watch: [], minFreeMB: 1_000_000_000 }).start();
    const two = hospital(full.gatewayAddress ?? "");
    expect((await two.send(await two.tokens(), base64(xmlPackage("LK-1")))).body).toMatchObject({
      maGiaoDich: "VSS-1",
    });
    expect((await full.snapshot()).gateway?.notKept).toBe(1);
  });

  test("tokens of before our restart are still good, with the hospital's own account", async () => {
    const vss = await insurer();
    const { send, portal, agent } = await site({ passThrough: { url: vss.url } });
    const old = { accessToken: "old", tokenId: "old" };
    await send({ ...old, passwordHash: PASSWORD }, base64(xmlPackage("LK-1")));
    await send({ ...old, passwordHash: "0".repeat(32) }, base64(xmlPackage("LK-2")));
    await eventually(() => portal.sent().map((c) => c.body)).toEqual([xmlPackage("LK-1")]);
    expect((await agent.snapshot()).gateway?.notKept).toBe(1);
  });

  test("what is not the hospital's own goes on as it comes, and nothing of it is kept", async () => {
    const vss = await insurer();
    const { send, portal, agent } = await site({ passThrough: { url: vss.url } });
    const document = base64(xmlPackage("LK-9", "x".repeat(3_000_000)));
    expect((await send({ accessToken: "guessed", tokenId: "guessed" }, document)).body).toMatchObject({
      maGiaoDich: "VSS-1",
    });
    expect(new URLSearchParams(vss.calls[0]?.body).get("fileHSBase64")).toBe(document);
    expect(vss.calls[0]?.headers["content-length"]).toMatch(/^\d+$/);
    expect([portal.sent(), (await agent.snapshot()).gateway?.notKept]).toEqual([[], 1]);
  });

  test("an insurer that answers before it has read all is heard", async () => {
    const early = http.createServer((_req, res) => res.writeHead(401).end('{"maKetQua":"401"}'));
    await new Promise<void>((up) => early.listen(0, "127.0.0.1", up));
    const { send } = await site({ passThrough: { url: `http://127.0.0.1:${(early.address() as AddressInfo).port}` } });
    const { status } = await send({}, "A".repeat(8_000_000));
    expect([401, 503]).toContain(status);
    early.closeAllConnections();
    early.close();
  });

  test("no call leads out of the insurer's address", async () => {
    const at = "https://egw.example.vn/gdbhyt/";
    expect(addressAt(at, "/api/token/take?a=1&b=%2F").href).toBe(
      "https://egw.example.vn/gdbhyt/api/token/take?a=1&b=%2F",
    );
    expect(addressAt("https://egw.example.vn", "/api/x").href).toBe("https://egw.example.vn/api/x");
    const refused = [
      ...[
        "@evil.example/x",
        ".evil.example/x",
        ":8443/x",
        "//evil.example/x",
        "http://evil.example/x",
        "\\\\evil",
        "*",
      ],
      ...["/../admin", "/api/%2e%2e/%2E%2e/admin", "/api/..%2f..%2fadmin", "/api\\..\\admin", "/.."],
    ];
    for (const target of refused) expect(() => addressAt(at, target), target).toThrow();
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          const { origin, pathname } = addressAt(at, text);
          expect([origin, pathname.startsWith("/gdbhyt/")]).toEqual(["https://egw.example.vn", true]);
        } catch (error) {
          expect((error as Error).name).toBe("Error");
        }
      }),
    );
    const vss = await insurer();
    const { agent } = await site({ passThrough: { url: `${vss.url}/base` } });
    const { hostname, port } = new URL(agent.gatewayAddress ?? "");
    const status = await new Promise((resolve) =>
      http.get({ hostname, port, path: "http://evil.example/api/x" }, (res) => resolve(res.statusCode)),
    );
    expect([status, vss.calls]).toEqual([404, []]);
  });
});
