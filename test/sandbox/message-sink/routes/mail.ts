import { type RequestHandler, type Response, Router } from "express";
import type { EmailContent, Message } from "../message.ts";
import { mailPage } from "../pages/mail.ts";
import { pageFor, type Sink } from "../sink.ts";

/** A foreign document in a frame of ours: it may be coloured, and nothing else. */
const caged = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "sandbox",
].join("; ");

/** One mail: as it looks, and as it came. */
export function mailRoutes(sink: Sink): Router {
  const router = Router();
  router.get("/messages/:id", (req, res, next) => {
    const found = mailOf(sink, req.params.id);
    if (!found) return next();
    res.set("Content-Security-Policy", `${res.get("Content-Security-Policy")}; frame-src 'self'`);
    res.send(mailPage(pageFor(sink, req), found.message, found.mail));
  });
  router.get(
    "/messages/:id/html",
    part(sink, ({ html }, res) => {
      res
        .set("Content-Security-Policy", caged)
        .type("html")
        .send(html ?? "");
    }),
  );
  router.get(
    "/messages/:id/source",
    part(sink, ({ source }, res) => {
      res.type("text/plain; charset=utf-8").send(source.toString("utf8"));
    }),
  );
  return router;
}

function part(sink: Sink, send: (mail: EmailContent, res: Response) => void): RequestHandler {
  return (req, res, next) => {
    const found = mailOf(sink, req.params.id ?? "");
    if (found) send(found.mail, res);
    else next();
  };
}

function mailOf({ inbox }: Sink, id: string): { message: Message; mail: EmailContent } | undefined {
  const message = inbox.byId(id);
  return message?.content.channel === "email" ? { message, mail: message.content } : undefined;
}
