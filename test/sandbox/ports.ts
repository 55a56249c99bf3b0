import net from "node:net";

/** A port that was free a moment ago, on loopback. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Is somebody listening there already, on either loopback address? */
export async function portTaken(port: number): Promise<boolean> {
  const tries = ["127.0.0.1", "::1"].map(
    (host) =>
      new Promise<boolean>((resolve) => {
        const probe = net.createServer();
        probe.once("error", (e: NodeJS.ErrnoException) => resolve(e.code === "EADDRINUSE"));
        probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
      }),
  );
  return (await Promise.all(tries)).some(Boolean);
}

/** The first of so many free ports in a row, below those the system hands out by itself. */
export async function freePortFamily(count: number): Promise<number> {
  for (;;) {
    const first = 10_000 + 10 * Math.floor(Math.random() * 2_000);
    const taken = await Promise.all(Array.from({ length: count }, (_, i) => portTaken(first + i)));
    if (!taken.some(Boolean)) return first;
  }
}
