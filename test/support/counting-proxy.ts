import net from "node:net";
import { afterAll } from "vitest";

export interface CountingProxy {
  /** The address with the proxy's port. */
  url: string;
  /** How often somebody had to wait for the database while this ran, and what was asked. */
  waits<T>(work: () => Promise<T>): Promise<{ result: T; waits: number; statements: string[] }>;
}

/**
 * Stands between a client and PostgreSQL and counts round trips on the wire: each time the client,
 * having been answered, sends again, somebody waited. What is sent together counts once.
 */
export async function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let trips = 0;
  let statements: string[] = [];
  const open = new Set<net.Socket>();
  const server = net.createServer((client) => {
    open.add(client);
    const upstream = net.connect(Number(target.port), target.hostname);
    let answered = true;
    client.on("data", (bytes: Buffer) => {
      if (answered) trips++;
      answered = false;
      statements.push(...statementsIn(bytes));
      upstream.write(bytes);
    });
    upstream.on("data", (bytes: Buffer) => {
      answered = true;
      client.write(bytes);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const own = new URL(databaseUrl);
  own.port = String((server.address() as net.AddressInfo).port);
  own.hostname = "127.0.0.1";
  return {
    url: own.href,
    async waits(work) {
      trips = 0;
      statements = [];
      const result = await work();
      return { result, waits: trips, statements };
    },
  };
}

/** The first words of each statement that a client sent for the first time: Parse and simple Query messages. */
function statementsIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const kind = String.fromCharCode(bytes[at] ?? 0);
    const length = bytes.readInt32BE(at + 1);
    if (length < 4) break;
    const body = bytes.subarray(at + 5, at + 1 + length).toString("utf8");
    if (kind === "Q") found.push(words(body));
    if (kind === "P") found.push(words(body.slice(body.indexOf("\0") + 1)));
    at += 1 + length;
  }
  return found;
}

const words = (sql: string) => sql.trim().split(/\s+/).slice(0, 5).join(" ");
