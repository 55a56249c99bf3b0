import { type Request, type RequestHandler, type Response, Router } from "express";
import { parameter } from "../../http/fields.ts";
import { address, withLanguage } from "../../http/language.ts";
import { listingOf, receiptOf } from "../listing.ts";
import { type Channel, channels, type Message } from "../message.ts";
import { pageFor, type Sink } from "../sink.ts";

/** Messages and receipts for machines, and what their readers do with them. */
export function messageRoutes(sink: Sink): Router {
  const { inbox } = sink;
  const router = Router();
  router.get("/messages.json", (req, res) => {
    res.json({ messages: inbox.list(filterOf(req)).map(listingOf) });
  });
  router.delete("/messages", (_req, res) => {
    inbox.clear();
    res.status(204).end();
  });
  router.post("/messages/clear", (req, res) => {
    inbox.clear();
    res.redirect(303, withLanguage("/", pageFor(sink, req).language));
  });
  router.get("/receipts/:id", (req, res) => {
    const message = inbox.byId(req.params.id);
    if (message) res.json(receiptOf(message));
    else res.status(404).json({ error: "no such message" });
  });
  router.post("/messages/:id/read", readIt(sink));
  return router;
}

/** Which messages are asked for. */
export function filterOf(req: Request): { to: string | undefined; channel: Channel | undefined } {
  const channel = parameter(req, "channel");
  return { to: parameter(req, "to")?.trim() || undefined, channel: channels.find((one) => one === channel) };
}

/** The recipient opens it; what never reached the phone cannot be read. */
function readIt(sink: Sink): RequestHandler {
  return (req, res, next) => {
    const message = sink.inbox.byId(req.params.id ?? "");
    if (!message) return next();
    if (message.receipts.at(-1)?.state === "delivered") sink.inbox.note(message, "read");
    answer(sink, message, req, res);
  };
}

function answer(sink: Sink, message: Message, req: Request, res: Response): void {
  if (req.is("application/json")) res.json(receiptOf(message));
  else {
    const { to, channel } = filterOf(req);
    const page = address("/", { to, channel, page: parameter(req, "page") });
    res.redirect(303, `${withLanguage(page, pageFor(sink, req).language)}#m-${message.id}`);
  }
}
