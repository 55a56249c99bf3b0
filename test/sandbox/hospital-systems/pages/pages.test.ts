import type http from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Browserless } from "../../../support/browser-less.ts";
import { type Listener, listenOnLoopback } from "../../http/loopback.ts";
import { facilities } from "../../province/facilities.ts";
import { personas } from "../../province/personas.ts";
import { kinds } from "../kinds.ts";
import { type HospitalSystems, type HospitalSystemsOptions, startHospitalSystems } from "../server.ts";

const hostile = `<script>alert("x")</script><img src=x onerror=alert(1)>'&`;
const outcome = {
  resourceType: "OperationOutcome",
  issue: [{ severity: "error", code: hostile, diagnostics: hostile, expression: [hostile] }],
};
const bundle = { resourceType: "Bundle", entry: [{ response: { status: hostile, outcome } }, {}] };

/** Says whatever a portal might say; what the real one says is tested with the real one. */
let answer: { status: number; body: unknown } = { status: 200, body: bundle };
const portal = (req: http.IncomingMessage, res: http.ServerResponse) => {
  if (req.url === "/oauth/token") res.end(JSON.stringify({ access_token: "t", expires_in: 300 }));
  else res.writeHead(answer.status).end(JSON.stringify(answer.body));
};

let options: HospitalSystemsOptions;
let stub: Listener;
let hospitals: HospitalSystems;

beforeAll(async () => {
  stub = await listenOnLoopback(portal, 0);
  const { privateKey } = await generateKeyPair("ES384", { extractable: true });
  const clients = { clinic: { alg: "ES384", jwk: { ...(await exportJWK(privateKey)), kid: "clinic-1" } } };
  options = { port: 0, portal: `http://localhost:${stub.port}`, clients, today: new Date() };
  hospitals = await startHospitalSystems(options);
});
afterAll(() => Promise.all([hospitals.close(), stub.close()]));

const open = (at: string) => new Browserless().open(hospitals.url + at);

async function send(kind: string, persona = "lan", at = hospitals.url) {
  const browser = new Browserless();
  const front = await browser.open(at);
  return browser.submit(front, front.forms[0], { facility: "clinic", persona, kind });
}

describe("every page", () => {
  it("says that it is not the real thing, and needs neither scripts nor style attributes", async () => {
    const pages = [];
    for (const status of [200, 202, 400, 500]) {
      answer = { status, body: status === 200 ? bundle : outcome };
      pages.push(await send("visit"));
    }
    pages.push(await send("correction", "thao"), await send("visit", "nobody"));
    pages.push(
      ...(await Promise.all(["/", "/?lang=en", "/nowhere", `/?kind=${encodeURIComponent(hostile)}`].map(open))),
    );
    for (const { text, headers, url } of pages) {
      expect(text, url.pathname).toMatch(
        /HỆ THỐNG THỬ \(sandbox\) – không phải phần mềm|SANDBOX – no hospital's|SANDBOX – no hospital&#39;s/,
      );
      expect(text.replace(/"[^"]*"/g, '""'), url.pathname).not.toMatch(/<script|<img|\sstyle=|<[^>]*\son\w+=/i);
      expect(headers.get("content-security-policy"), url.pathname).toContain("default-src 'none'");
      expect(headers.get("cache-control"), url.pathname).toContain("no-store");
    }
    expect(pages.map(({ status }) => status).slice(0, 6)).toEqual([200, 200, 200, 200, 409, 400]);
  });

  it("reads any answer, even one without sense", async () => {
    for (const body of [null, "text", [], { entry: 1, issue: "x" }, { issue: [{}] }]) {
      answer = { status: 200, body };
      expect((await send("visit")).text).toContain("<strong>Đã nhận</strong>");
    }
  });
});

describe("the front page", () => {
  it("offers every facility that has a system, everybody and every kind", async () => {
    const { text } = await open("/");
    for (const { name } of facilities) expect(text).toContain(name);
    for (const { key, name } of personas) expect(text).toContain(`<option value="${key}">${name}</option>`);
    for (const kind of kinds) expect(text).toContain(`value="${kind}"`);
    expect(text).not.toContain('<option value="general-hospital"');
  });

  it("remembers what was chosen", async () => {
    answer = { status: 200, body: bundle };
    const sent = await send("prescription", "mai");
    const next = /href="(\/\?facility=[^"]*)#send"/.exec(sent.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const [form] = (await open(next)).forms;
    expect(form?.fields).toEqual([
      ["kind", "prescription"],
      ["facility", "clinic"],
      ["persona", "mai"],
    ]);
  });

  it("sends somebody who cannot sign in to whoever helps", async () => {
    answer = { status: 200, body: bundle };
    expect((await send("visit", "bao")).text).toContain("Lê Gia Bảo không tự đăng nhập");
  });
});

describe("the server", () => {
  it("keeps the last 500 deliveries", { timeout: 60_000 }, async () => {
    answer = { status: 202, body: outcome };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ facility: "clinic", persona: "ha", kind: "replay" });
    await send("visit", "ha");
    for (let n = 0; n < 505; n++)
      await (await fetch(`${hospitals.url}/deliveries`, { method: "POST", headers, body })).text();
    const { deliveries } = await (await fetch(`${hospitals.url}/deliveries`)).json();
    expect(deliveries).toHaveLength(500);
  });

  it("refuses a port that is taken, prints nothing, and takes no form of another site", async () => {
    const port = Number(new URL(hospitals.url).port);
    await expect(startHospitalSystems({ ...options, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const out = vi.spyOn(process.stdout, "write");
    const other = await startHospitalSystems({ ...options, portal: "http://localhost:1" });
    expect((await send("visit", "lan", other.url)).text).toContain("Chưa gửi được");
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await fetch(`${other.url}/deliveries`, { method: "POST", headers })).status).toBe(403);
    await other.close();
    const said = [...out.mock.calls];
    vi.restoreAllMocks();
    expect(said).toEqual([]);
  });
});
