import http, { type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** Listens on both loopback addresses, because "localhost" may mean either; port 0 takes a free one. */
export async function listenOnLoopback(handler: RequestListener, wanted: number): Promise<Listener> {
  for (let attempt = 1; ; attempt++) {
    const first = await listen(handler, "127.0.0.1", wanted);
    const { port } = first.address() as AddressInfo;
    try {
      const second = await listen(handler, "::1", port);
      return { port, close: () => closeAll([first, second]) };
    } catch (error) {
      if (isWithoutIpv6(error)) return { port, close: () => closeAll([first]) };
      await closeAll([first]);
      if (wanted !== 0 || attempt === 5) throw error;
    }
  }
}

function listen(handler: RequestListener, host: string, port: number): Promise<Server> {
  const server = http.createServer(handler);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

function isWithoutIpv6(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}
