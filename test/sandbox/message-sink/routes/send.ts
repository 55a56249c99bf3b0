import { type Request, type RequestHandler, type Response, Router } from "express";
import { bodyOf } from "../../http/fields.ts";
import type { NewMessage } from "../message.ts";
import type { Sink, Verdict } from "../sink.ts";
import { smsParts } from "../sms-parts.ts";

type Body = Record<string, unknown>;

/** Where the portal's adapters send: `POST /sms` and `POST /zalo`, answered with the message's id. */
export function sendRoutes(sink: Sink): Router {
  const router = Router();
  router.post("/sms", send(sink, smsOf));
  router.post("/zalo", send(sink, zaloOf));
  return router;
}

/** What is wrong with a body, as a text; else the message in it. */
type Read = (body: Body) => NewMessage | string;

function send(sink: Sink, read: Read): RequestHandler {
  return (req, res, next) => {
    const message = req.is("application/json") ? read(bodyOf(req)) : "send JSON";
    if (typeof message === "string") res.status(400).json({ error: message });
    else
      sink
        .receive(message)
        .then((verdict) => answer(verdict, req, res))
        .catch(next);
  };
}

function answer(verdict: Verdict, req: Request, res: Response): void {
  if (verdict.kind === "taken") res.status(201).json({ id: verdict.id });
  else if (verdict.kind === "cut") req.socket.destroy();
  else if (verdict.kind === "refused" && verdict.forGood) res.status(422).json({ error: "no such recipient" });
  else if (verdict.kind === "refused") res.status(503).set("Retry-After", "5").json({ error: "try again later" });
}

function smsOf({ to, text, sender }: Body): NewMessage | string {
  if (!isPhone(to)) return "to: a phone number";
  if (!isText(text, 1_600)) return "text: 1 to 1,600 characters";
  // Networks print at most eleven letters of a sender's name.
  if (!isText(sender, 11)) return "sender: 1 to 11 characters";
  return { from: sender, to: [to], content: { channel: "sms", text, ...smsParts(text) } };
}

function zaloOf({ to, template, parameters }: Body): NewMessage | string {
  if (!isPhone(to)) return "to: a phone number";
  if (!isText(template, 64)) return "template: 1 to 64 characters";
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters))
    return "parameters: an object";
  const texts = Object.entries(parameters);
  if (!texts.every((pair): pair is [string, string] => typeof pair[1] === "string")) return "parameters: texts only";
  return {
    from: "Official Account",
    to: [to],
    content: { channel: "zalo", template, parameters: Object.fromEntries(texts) },
  };
}

const isPhone = (value: unknown): value is string => typeof value === "string" && /^\+?\d[\d .-]{6,18}\d$/.test(value);

const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value !== "" && value.length <= most;
