import http, { type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** Serves HTTP on both loopback addresses; port 0 takes a free one. */
export function listenOnLoopback(handler: RequestListener, wanted: number): Promise<Listener> {
  return onBothAddresses((host, port) => listen(handler, host, port), wanted);
}

/** Opens the same port on both loopback addresses, because "localhost" may mean either. */
export async function onBothAddresses(
  open: (host: string, port: number) => Promise<Listener>,
  wanted: number,
): Promise<Listener> {
  for (let attempt = 1; ; attempt++) {
    const first = await open("127.0.0.1", wanted);
    try {
      const second = await open("::1", first.port);
      return { port: first.port, close: () => closeBoth(first, second) };
    } catch (error) {
      if (isWithoutIpv6(error)) return first;
      await first.close();
      if (wanted !== 0 || attempt === 5) throw error;
    }
  }
}

async function closeBoth(first: Listener, second: Listener): Promise<void> {
  await Promise.all([first.close(), second.close()]);
}

function listen(handler: RequestListener, host: string, port: number): Promise<Listener> {
  // Longer than any pause of a busy client, which would find the connection closed under its next request.
  const server = http.createServer({ keepAliveTimeout: 75_000 }, handler);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isWithoutIpv6(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}
