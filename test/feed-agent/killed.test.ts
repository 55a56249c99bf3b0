import { type ChildProcess, spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { readAgentConfig } from "#app/feed-agent/config.ts";
import { portalClient } from "#app/feed-agent/portal/client.ts";
import { freePort } from "#test/sandbox/ports.ts";
import { facility } from "#test/sandbox/province/facilities.ts";
import { clientIdOf } from "#test/sandbox/province/load.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { halfWritten } from "#test/support/half-written.ts";
import { packageXml, tableXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { random } from "#test/support/random.ts";
import { observationOf, patientOf, someNumber, transaction } from "#test/support/record-store.ts";
import { accepted, files, hospitalSite, portalDouble, type Site, xmlPackage } from "./support.ts";

const DOCUMENTS = Number(process.env.AGENT_DOCUMENTS ?? 200);
const KILLS = Number(process.env.AGENT_KILLS ?? 5);
/** Generous: a busy machine syncs slowly. */
const LONGEST_MS = 120_000 + DOCUMENTS * 200;
const dice = random("agents that are killed");
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** The agent as a hospital runs it: one built file and Node. */
function startProcess(site: Site): { child: ChildProcess; started: Promise<void>; kill(): Promise<void> } {
  const child = spawn(process.execPath, [path.resolve("build/feed-agent.js"), "--config", site.configFile], {
    env: { NODE_ENV: "production" },
    cwd: site.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const started = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said += chunk;
        if (said.includes("status: ")) resolve();
      });
    void ended.then(() => reject(new Error(`The agent ended: ${said}`)));
  });
  started.catch(() => undefined);
  return {
    child,
    started,
    async kill() {
      child.kill("SIGKILL");
      await ended;
      children.delete(child);
    },
  };
}

const { world, province, superuser } = await feedWorld();

describe("an agent and the portal", () => {
  test("a check-in (XML0) sent as the insurer's gateway takes it is at the portal as an expected visit", async () => {
    const passwordMd5 = "B".repeat(32);
    const client = { clientId: clientIdOf("clinic"), jwk: province.clients.clinic?.jwk ?? {} };
    const gateway = { port: 0, username: "u", passwordMd5 };
    const agent = await hospitalSite(world.origin, { watch: [], gateway }, client).start();
    const call = (path: string, fields: Record<string, string>, headers = {}) =>
      fetch(`${agent.gatewayAddress}${path}`, { method: "POST", headers, body: new URLSearchParams(fields) });
    const taken = await call("/api/token/take", { username: "u", password: passwordMd5 });
    const { APIKey: pair } = (await taken.json()) as { APIKey: { access_token: string; id_token: string } };
    const row = {
      ...{ MA_LK: "XML0-1", STT: "1", MA_BN: "BN-XML0", HO_TEN: "Trần Thị Ví Dụ", SO_CCCD: someNumber() },
      ...{ NGAY_SINH: "198501010000", GIOI_TINH: "2", MA_DOITUONG_KCB: "1.1", NGAY_VAO: "202611200755" },
      ...{ LY_DO_VNT: "ho", MA_LOAI_KCB: "01", MA_CSKCB: facility("clinic").code5 ?? "" },
    };
    const text = tableXml("XML0", [row]);
    const said = await call(
      "/api/qd130/checkInKcbQd3176",
      { username: "u", loaiHoSo: "0", fileHSBase64: Buffer.from(text).toString("base64") },
      { accessToken: pair.access_token, tokenId: pair.id_token, passwordHash: passwordMd5 },
    );
    expect(await said.json()).toMatchObject({ maKetQua: "200" });
    await expect.poll(async () => (await agent.snapshot()).waiting.count, { timeout: 10_000 }).toBe(0);
    const { accepted: done, attention } = await agent.snapshot();
    expect(attention).toEqual([]);
    expect(done).toEqual([expect.objectContaining({ maLk: "XML0-1", state: "accepted", name: "checkInKcbQd3176" })]);
    const [visit] = await superuser`select status from entries where resource_type = 'Encounter' and current`;
    expect(visit?.status).toBe("arrived");
    await agent.stop();
  });

  test("a hospital's RSA key is as good as an EC key", async () => {
    const { publicKey, privateKey } = crypto.generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const kid = crypto.randomUUID();
    const jwks = { keys: [{ ...publicKey.export({ format: "jwk" }), kid, use: "sig" }] };
    await superuser`
      insert into machine_clients (client_id, facility_id, name, scopes, jwks)
      select 'rsa-hospital', facility_id, 'RSA', scopes, ${superuser.json(jwks as never)} from machine_clients where client_id = ${clientIdOf("clinic")}`;
    const jwk = { ...privateKey.export({ format: "jwk" }), kid };
    const { portal, clientId, key } = readAgentConfig(
      hospitalSite(world.origin, {}, { clientId: "rsa-hospital", jwk }).configFile,
    );
    await portalClient({ portal, clientId, key, stream: "check" }).check();
  });
});

const emptied = (site: Site) => () => [files(site.at("in")).length, files(site.at("data", "queue")).length];

describe(`an agent killed ${KILLS} times at any moment`, () => {
  test(`of ${DOCUMENTS} files, each is accepted by the portal exactly once, as it was`, {
    timeout: LONGEST_MS,
  }, async () => {
    const earlier = (await superuser<{ id: string }[]>`select id from messages`).map((m) => m.id);
    const { jwk } = province.clients.clinic ?? {};
    const site = hospitalSite(world.origin, {}, { clientId: clientIdOf("clinic"), jwk: jwk ?? {} });
    const written = new Set<string>();
    const drop = (i: number) => {
      const [name, bytes] = i % 2 ? [`h-${i}.xml`, packageOf(i)] : [`h-${i}.json`, bundleOf(i)];
      written.add(crypto.createHash("sha256").update(bytes).digest("hex"));
      site.drop(name, bytes);
    };
    const bundleOf = (i: number) => {
      const patient = `agent-${i % 50}`;
      const effectiveDateTime = `2026-11-01T08:00:${String(i % 60).padStart(2, "0")}+07:00`;
      const observation = observationOf(`agent-o-${i}`, patient, { effectiveDateTime });
      return JSON.stringify(transaction(patientOf(patient, numbers[i % 50]), observation));
    };
    const { code5 } = facility("clinic");
    const packageOf = (i: number) => {
      const summary = { SO_CCCD: numbers[i % 50] ?? "", MA_THE_BHYT: "", MA_BN: `BN-${i % 50}`, GHI_CHU: `lần ${i}` };
      return packageXml(plausibleCase({ maLk: `LK-${i % 50}`, maCskcb: code5 ?? "", summary }));
    };
    const numbers = Array.from({ length: 50 }, () => someNumber());
    for (let n = 0, i = 0; n < KILLS; n++) {
      const { kill } = startProcess(site);
      for (const until = Math.floor((DOCUMENTS * (n + 1)) / KILLS); i < until; i++) drop(i);
      await sleep(350 + dice.below(500));
      await kill();
      expect(await halfWritten(superuser)).toEqual([]);
    }
    const last = startProcess(site);
    await expect.poll(emptied(site), { timeout: LONGEST_MS / 2, interval: 50 }).toEqual([0, 0]);
    await last.kill();
    const rows = await superuser<{ digest: Buffer; state: string }[]>`
      select digest, state from messages where id <> all(${earlier}::uuid[])`;
    expect(rows.map((r) => r.state)).toEqual(rows.map(() => "accepted"));
    expect(new Set(rows.map((r) => r.digest.toString("hex")))).toEqual(written);
    expect(rows).toHaveLength(DOCUMENTS);
    expect(files(site.at("accepted")).filter((f) => /^h-\d+\.(json|xml)$/.test(f))).toHaveLength(DOCUMENTS);
    expect(files(site.at("refused"))).toEqual([]);
    expect(files(site.at("in"))).toEqual([]);
  });

  test("what it acknowledged in the gateway's dialect arrives, in order, under the same number each time", {
    timeout: 60_000,
  }, async () => {
    const arrived: { sequence: string; body: string }[] = [];
    const portal = await portalDouble(({ body, headers }, n) => {
      if (n % 7 === 0) return { status: 503 };
      arrived.push({ sequence: String(headers["x-feed-sequence"]), body });
      return accepted;
    });
    const passwordMd5 = "A".repeat(32);
    const port = await freePort();
    const site = hospitalSite(portal.url, {
      watch: [],
      gateway: { host: "localhost", port, username: "u", passwordMd5 },
    });
    const acknowledged = new Map<string, string>();
    const send = async (text: string, pair: { access_token: string; id_token: string }) => {
      const response = await fetch(`http://localhost:${port}/api/qd130/guiHoSoXmlQD3176`, {
        method: "POST",
        headers: { accessToken: pair.access_token, tokenId: pair.id_token, passwordHash: passwordMd5 },
        body: new URLSearchParams({ username: "u", fileHSBase64: Buffer.from(text).toString("base64") }),
      });
      const { maKetQua, maGiaoDich } = (await response.json()) as Record<string, string>;
      if (maKetQua === "200" && maGiaoDich) acknowledged.set(maGiaoDich.replace("-", "/"), text);
    };
    for (let n = 0; n < 3; n++) {
      const { started, kill } = startProcess(site);
      await started;
      const answer = await fetch(`http://localhost:${port}/api/token/take`, {
        method: "POST",
        body: new URLSearchParams({ username: "u", password: passwordMd5 }),
      });
      const { APIKey: pair } = (await answer.json()) as { APIKey: { access_token: string; id_token: string } };
      const sending = Array.from({ length: 60 }, (_, i) =>
        send(xmlPackage(`LK-${i % 9}`, `${n}-${i}`), pair).catch(() => undefined),
      );
      const enough = acknowledged.size + 4 + dice.below(12);
      for (let waited = 0; acknowledged.size < enough && waited < 5_000; waited += 10) await sleep(10);
      await kill();
      await Promise.all(sending);
    }
    const last = startProcess(site);
    await expect.poll(() => files(site.at("data", "queue")).length, { timeout: 20_000 }).toBe(0);
    await last.kill();
    expect(acknowledged.size).toBeGreaterThan(10);
    for (const [sequence, text] of acknowledged) {
      const times = arrived.filter((a) => a.sequence === sequence);
      expect(times.length).toBeGreaterThan(0);
      expect(new Set(times.map((t) => t.body))).toEqual(new Set([text]));
    }
    const firsts = [...new Map(arrived.map((a) => [a.sequence, a.body])).keys()].map((s) => Number(s.split("/")[1]));
    expect([...firsts].sort((a, b) => a - b)).toEqual(firsts.map((_, i) => i + 1));
    expect(fs.readFileSync(site.at("data", "stream"), "utf8")).toMatch(/^[0-9a-f]{12}$/);
  });
});
