import type { Express, Request } from "express";
import { sandboxApp } from "../http/app.ts";
import { startOnLoopback } from "../http/start.ts";
import { readMail } from "./mail/read-mail.ts";
import { startSmtp } from "./mail/smtp.ts";
import { faultRoutes } from "./routes/faults.ts";
import { frontRoutes } from "./routes/front.ts";
import { mailRoutes } from "./routes/mail.ts";
import { messageRoutes } from "./routes/messages.ts";
import { sendRoutes } from "./routes/send.ts";
import { createSink, pageFor, type Sink } from "./sink.ts";

export interface MessageSinkOptions {
  /** Of the page, SMS and Zalo; 0 takes any free port. */
  port: number;
  /** Of e-mail; 0 takes any free port. */
  smtpPort: number;
  /** Where the pages' way back leads. */
  portalOrigin?: string;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface MessageSink {
  url: string;
  smtpPort: number;
  close(): Promise<void>;
}

/** Starts the sandbox's providers of e-mail, SMS and Zalo, which keep what they are given, on loopback only. */
export async function startMessageSink(options: MessageSinkOptions): Promise<MessageSink> {
  const sink = createSink(options.portalOrigin);
  const onError = options.onError ?? (() => undefined);
  const smtp = await startSmtp(options.smtpPort, async (envelope) => sink.receive(await readMail(envelope)), onError);
  try {
    const page = await startOnLoopback(options.port, (url) => app(sink, url, smtp.port, onError));
    const close = async () => {
      await Promise.all([page.close(), smtp.close()]);
    };
    return { url: page.url, smtpPort: smtp.port, close };
  } catch (error) {
    await smtp.close();
    throw error;
  }
}

function app(sink: Sink, url: string, smtpPort: number, onError: (error: unknown) => void): Express {
  const settings = {
    url,
    formTargets: [],
    styles: [new URL("./pages/phone.css", import.meta.url)],
    bodyLimit: "64kb",
    page: (req: Request) => pageFor(sink, req),
    onError,
  };
  const routes = [
    frontRoutes(sink, smtpPort),
    messageRoutes(sink),
    mailRoutes(sink),
    sendRoutes(sink),
    faultRoutes(sink),
  ];
  return sandboxApp(settings, routes);
}
