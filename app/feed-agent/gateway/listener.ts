import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { MAX_DOCUMENT_BYTES } from "../inspect.ts";
import { type GatewayDesk, mayBeAllowed, notAllowed, takeDocument, takeToken } from "./calls.ts";
import { type Call, callOf, type DialectAnswer, refusedCall } from "./dialect.ts";
import { type PassedAnswer, urlOf } from "./pass-through.ts";
import { type RelayState, relay } from "./relay.ts";

export interface GatewayListener {
  address: string;
  passThrough: string | undefined;
  state: RelayState;
  close(): Promise<void>;
}

interface Options {
  host: string;
  port: number;
  tls?: { certFile: string; keyFile: string } | undefined;
  passThrough?: { url: string; timeoutSeconds: number } | undefined;
}

/** An account's name and password. */
const MAX_FORM_BYTES = 64 * 1024;
/** Base64, escaped for a form, is half as large again. */
const MAX_BODY_BYTES = 2 * MAX_DOCUMENT_BYTES;

/** Listens where the hospital's system believes the insurer's gateway to be. */
export async function listenAsGateway(desk: GatewayDesk, options: Options): Promise<GatewayListener> {
  const state: RelayState = { notKept: 0 };
  const pass = options.passThrough && relay(desk, options.passThrough, state);

  async function handle(req: http.IncomingMessage): Promise<DialectAnswer | PassedAnswer> {
    const url = urlOf(req.url);
    if (!url) return refusedCall("404", "Trạm gửi không có lệnh này.");
    const call = req.method === "POST" ? callOf(url.pathname) : undefined;
    const head = { headers: req.headers, query: url.searchParams };
    const ours = call === "token" || (call && mayBeAllowed(desk, head));
    // Whoever may not have a document kept does not have it held in memory either.
    if (pass && !ours) return pass.through(call, req);
    if (!call) return refusedCall("404", "Trạm gửi không có lệnh này.");
    if (!ours) return notAllowed();
    const body = await readBody(req, call === "token" ? MAX_FORM_BYTES : MAX_BODY_BYTES);
    if (!body) return refusedCall("413", "Hồ sơ lớn hơn 16 MB.");
    const request = { ...head, body };
    return pass ? pass.keep(call, req, request) : ownAnswer(call, request);
  }

  const ownAnswer = async (call: Call, request: Parameters<typeof takeToken>[1]): Promise<DialectAnswer> =>
    call === "token" ? takeToken(desk, request) : takeDocument(desk, call, request);

  const answer: http.RequestListener = (req, res) => {
    handle(req)
      .finally(() => req.resume())
      .catch(() => refusedCall("500", "Trạm gửi gặp lỗi; chưa nhận hồ sơ này, hãy gửi lại."))
      .then((said) => write(res, said))
      .catch(() => res.destroy());
  };
  const server = options.tls
    ? https.createServer(
        { cert: fs.readFileSync(options.tls.certFile), key: fs.readFileSync(options.tls.keyFile) },
        answer,
      )
    : http.createServer(answer);
  server.maxConnections = 200;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `${options.tls ? "https" : "http"}://${options.host}:${port}`,
    passThrough: options.passThrough?.url,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function write(res: http.ServerResponse, said: DialectAnswer | PassedAnswer): void {
  if (Buffer.isBuffer(said.body)) {
    res.writeHead(said.status, (said as PassedAnswer).headers).end(said.body);
    return;
  }
  res.writeHead(said.status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  res.end(JSON.stringify(said.body));
}

/** The body whole; `undefined` when it is too large, the rest of it drained so that the answer is read. */
async function readBody(req: http.IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= most ? Buffer.concat(chunks) : undefined;
}
