import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { afterAll, expect } from "vitest";
import { type Agent, startAgent } from "#app/feed-agent/agent.ts";
import { readAgentConfig } from "#app/feed-agent/config.ts";

const roots: string[] = [];
const agents = new Set<Agent>();
const servers = new Set<http.Server>();
afterAll(async () => {
  await Promise.all([...agents].map((a) => a.stop()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  for (const root of roots) fs.rmSync(root, { recursive: true, force: true });
});

export interface Site {
  root: string;
  /** Path of a file or folder of the hospital. */
  at(...parts: string[]): string;
  configFile: string;
  write(changes: object): void;
  /** Starts the agent in this process, with the configuration as it is now. */
  start(): Promise<Agent>;
  drop(name: string, content: string | Uint8Array): void;
}

const { privateKey } = await generateKeyPair("ES256", { extractable: true });
const ownKey = { ...(await exportJWK(privateKey)), kid: "agent-1", alg: "ES256" };

/** A hospital's machine: its folders, a key and a configuration with short times. */
export function hospitalSite(portal: string, changes: object = {}, client?: { clientId: string; jwk: object }): Site {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-agent-"));
  roots.push(root);
  const at = (...parts: string[]) => path.join(root, ...parts);
  fs.mkdirSync(at("in"));
  fs.writeFileSync(at("key.json"), JSON.stringify(client?.jwk ?? ownKey), { mode: 0o600 });
  const configFile = at("agent.json");
  const base = {
    portal,
    clientId: client?.clientId ?? "agent",
    keyFile: "key.json",
    dataFolder: "data",
    watch: [{ in: "in", accepted: "accepted", refused: "refused" }],
    pollSeconds: 0.05,
    settleSeconds: 0.1,
    status: { port: 0 },
    minFreeMB: 0,
    firstRetrySeconds: 0.02,
  };
  const write = (more: object) => fs.writeFileSync(configFile, JSON.stringify({ ...base, ...changes, ...more }));
  write({});
  return {
    root,
    at,
    configFile,
    write,
    async start() {
      const agent = await startAgent(readAgentConfig(configFile), () => undefined);
      const tracked = {
        ...agent,
        stop: async () => {
          agents.delete(tracked);
          await agent.stop();
        },
      };
      agents.add(tracked);
      return tracked;
    },
    drop: (name, content) => fs.writeFileSync(at("in", name), content),
  };
}

export interface Call {
  path: string;
  body: string;
  headers: http.IncomingHttpHeaders;
}
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A server on loopback that answers as it is told and remembers what it was asked. */
export async function server(
  answer: (call: Call) => Reply | Promise<Reply>,
): Promise<{ url: string; calls: Call[]; close(): void; listen(): Promise<void> }> {
  const calls: Call[] = [];
  const app = http.createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const call = { path: req.url ?? "", body: Buffer.concat(chunks).toString("utf8"), headers: req.headers };
    calls.push(call);
    const { status, headers = {}, body } = await answer(call);
    const text = typeof body === "string" ? body : JSON.stringify(body ?? {});
    res.writeHead(status, { "Content-Type": "application/json", ...headers }).end(text);
  });
  servers.add(app);
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const { port } = app.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () => {
      app.close();
      app.closeAllConnections();
    },
    listen: () => new Promise((resolve) => app.listen(port, "127.0.0.1", resolve)),
  };
}

/** The portal's interface alone: tokens, and for each package what `answer` says. */
export async function portalDouble(answer: (call: Call, n: number) => Reply | Promise<Reply>) {
  let tokens = 0;
  let packages = 0;
  const double = await server((call) => {
    if (call.path !== "/oauth/token") return answer(call, ++packages);
    return { status: 200, body: { access_token: `t-${++tokens}`, expires_in: 300, token_type: "Bearer" } };
  });
  const sent = () => double.calls.filter((c) => c.path !== "/oauth/token");
  return { ...double, sent, tokens: () => tokens };
}

export const accepted: Reply = {
  status: 200,
  body: {
    state: "accepted",
    messageId: "m-1",
    replay: false,
    counts: { accepted: 3, unchanged: 0, rejected: 0, warnings: 0 },
    tables: [{ table: "XML1", rows: 1, accepted: 1, warned: 0, refused: 0, issues: [] }],
    issues: [],
  },
};

/** A package of one case; `text` makes it another. */
export const xmlPackage = (maLk: string, text = ""): string => {
  const summary = `<TONG_HOP><MA_LK>${maLk}</MA_LK><STT>1</STT><GHI_CHU>${text}</GHI_CHU></TONG_HOP>`;
  return `<?xml version="1.0" encoding="UTF-8"?><GIAMDINHHS><THONGTINDONVI><MACSKCB>27001</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20261120</NGAYLAP><SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO><HOSO><FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>${Buffer.from(summary).toString("base64")}</NOIDUNGFILE></FILEHOSO></HOSO></DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>`;
};

/** Waits until something holds. */
export const eventually = (check: () => unknown) => expect.poll(check, { timeout: 8_000, interval: 20 });

export const files = (folder: string): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);
