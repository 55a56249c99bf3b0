import http from "node:http";
import net from "node:net";

/** One HTTP exchange as it was on the wire: nothing followed, nothing corrected on the way. */
export interface Asked {
  method?: string;
  /** The request target as it is sent: a path, `//host/path`, or a whole address. */
  target: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  cookies: string[];
  text: string;
}

/** Asks a server on this machine, under any Host and any target. */
export function ask(port: number, { method = "GET", target, headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "localhost", port, method, path: target, headers, agent: false });
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          cookies: response.headers["set-cookie"] ?? [],
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.end(body);
  });
}

/** Writes these bytes to a socket and gives back everything that came until the server closed it. */
export function sendBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "localhost", () => socket.write(text));
    let got = "";
    socket.setEncoding("utf8").setTimeout(5_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      got += chunk;
    });
    socket.once("error", reject);
    socket.once("close", () => resolve(got));
  });
}
