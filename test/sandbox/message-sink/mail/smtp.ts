import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { type Listener, onBothAddresses } from "../../http/loopback.ts";
import type { Verdict } from "../sink.ts";
import type { Envelope } from "./read-mail.ts";

const mostBytes = 4 * 1_048_576;

type Receive = (envelope: Envelope) => Promise<Verdict>;

/** Takes mail on both loopback addresses, without encryption and from anybody, as a sink does. */
export function startSmtp(port: number, receive: Receive, onError: (error: unknown) => void): Promise<Listener> {
  return onBothAddresses((host, own) => open(host, own, receive, onError), port);
}

function open(host: string, port: number, receive: Receive, onError: (error: unknown) => void): Promise<Listener> {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    name: "localhost",
    banner: "So Khoe sandbox",
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? "anybody" }),
    disableReverseLookup: true,
    logger: false,
    size: mostBytes,
    closeTimeout: 50,
    onData: (stream, session, done) => {
      take(stream, session)
        .then((verdict) => answer(verdict, session, done))
        .catch((error) => {
          const isAnswer = error instanceof Error && "responseCode" in error;
          if (!isAnswer) onError(error);
          done(isAnswer ? error : reply(451, "The sandbox failed"));
        });
    },
  });
  server.server.on("connection", (socket) => {
    const from = socket.remotePort ?? 0;
    sockets.set(from, socket);
    socket.once("close", () => sockets.delete(from));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      // From here on, errors are those of single connections: the senders notice them.
      server.on("error", () => undefined);
      const { port: taken } = server.server.address() as AddressInfo;
      resolve({ port: taken, close: () => new Promise((closed) => server.close(closed)) });
    });
  });

  async function take(stream: MailStream, { envelope }: SMTPServerSession): Promise<Verdict> {
    const source = await collect(stream);
    if (stream.sizeExceeded) throw reply(552, "Message exceeds fixed maximum message size");
    const from = envelope.mailFrom ? envelope.mailFrom.address : "";
    return receive({ from, to: envelope.rcptTo.map(({ address }) => address), source });
  }

  function answer(verdict: Verdict, session: SMTPServerSession, done: Done): void {
    if (verdict.kind === "taken") done(null, `OK: queued as ${verdict.id}`);
    else if (verdict.kind === "cut") sockets.get(session.remotePort)?.destroy();
    else if (verdict.kind === "refused")
      done(verdict.forGood ? reply(550, "No such recipient here") : reply(451, "Try again later"));
  }
}

type MailStream = AsyncIterable<Buffer> & { sizeExceeded: boolean };
type Done = (error?: Error | null, message?: string) => void;

/** What is over the limit is read, so that the sender hears the answer, but not kept. */
async function collect(stream: MailStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const reply = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
