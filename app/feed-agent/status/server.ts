import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopbackHost } from "#app/shared/loopback.ts";
import type { Language } from "../words.ts";
import { statusPage } from "./page.ts";
import type { Found, Snapshot } from "./snapshot.ts";

interface Desk {
  snapshot(): Promise<Snapshot>;
  find(query: string): Promise<Found>;
  retry(): void;
  again(seq: number): Promise<boolean>;
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** The status page: on loopback unless the configuration says otherwise. */
export async function serveStatus(desk: Desk, { host, port }: { host: string; port: number }) {
  const token = crypto.randomBytes(24).toString("base64url");

  async function answer(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    // Another name that leads here is another site's page in the reader's browser (DNS rebinding).
    const asked = new URL(`http://${req.headers.host ?? ""}`).hostname;
    if (asked !== host && !isLoopbackHost(asked)) return plain(res, 421, "Wrong host");
    const url = new URL(req.url ?? "/", "http://agent");
    const language: Language = url.searchParams.get("lang") === "en" ? "en" : "vi";
    if (req.method === "POST") return post(req, res, url.pathname, language);
    if (req.method !== "GET") return plain(res, 405, "Method not allowed");
    if (url.pathname === "/status.json")
      return send(res, 200, "application/json", JSON.stringify(await desk.snapshot()));
    if (url.pathname !== "/") return plain(res, 404, "Not found");
    const query = (url.searchParams.get("q") ?? "").trim().slice(0, 255);
    const search = query ? { query, found: await desk.find(query) } : undefined;
    send(res, 200, "text/html", statusPage({ language, token, snapshot: await desk.snapshot(), search }));
  }

  async function post(req: http.IncomingMessage, res: http.ServerResponse, pathname: string, language: Language) {
    const form = await readForm(req);
    if (form.get("token") !== token) return plain(res, 403, "Open the page again and press the button there.");
    if (pathname === "/retry") desk.retry();
    else if (pathname !== "/again" || !(await desk.again(Number(form.get("seq"))))) return plain(res, 404, "Not found");
    res.writeHead(303, { ...HEADERS, Location: `/?lang=${language}` }).end();
  }

  const server = http.createServer((req, res) => {
    answer(req, res).catch(() => (res.headersSent ? res.destroy() : plain(res, 500, "The page could not be made.")));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readForm(req: http.IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of req) {
    text += chunk;
    if (text.length > 4_096) break;
  }
  return new URLSearchParams(text);
}

function send(res: http.ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { ...HEADERS, "Content-Type": `${type}; charset=utf-8` }).end(body);
}

const plain = (res: http.ServerResponse, status: number, text: string) => send(res, status, "text/plain", `${text}\n`);
