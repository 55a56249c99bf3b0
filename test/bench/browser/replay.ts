import http from "node:http";
import type { AddressInfo } from "node:net";

interface Kept {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Answers what another origin answered the first time it was asked, byte for byte and at once: pages without a portal behind them. */
export async function replay(origin: string, cookie: string): Promise<{ origin: string; close(): void }> {
  const kept = new Map<string, Promise<Kept>>();
  const server = http.createServer((req, res) => {
    const path = req.url ?? "/";
    const known = kept.get(path) ?? asked(new URL(path, origin), cookie);
    kept.set(path, known);
    known.then(
      ({ status, headers, body }) => {
        const { "transfer-encoding": _, connection: __, ...own } = headers;
        res.writeHead(status, { ...own, "content-length": body.length });
        res.end(body);
      },
      () => res.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function asked(url: URL, cookie: string): Promise<Kept> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": "gzip, br", "accept-language": "vi", accept: "text/html,*/*" };
    http
      .get(url, { headers }, (res) => {
        const parts: Buffer[] = [];
        res.on("data", (part: Buffer) => parts.push(part));
        res.on("end", () =>
          resolve({ status: res.statusCode ?? 500, headers: res.headers, body: Buffer.concat(parts) }),
        );
      })
      .on("error", reject);
  });
}
