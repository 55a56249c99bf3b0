import { type Request, Router } from "express";
import { field } from "../../http/fields.ts";
import { withLanguage } from "../../http/language.ts";
import { type FaultOrder, faultNames, faultTable } from "../faults.ts";
import { channels } from "../message.ts";
import { pageFor, type Sink } from "../sink.ts";

const mostTimes = 10_000;
const mostSeconds = 300;

/** Faults on command, for machines (JSON) and for the form on the front page. */
export function faultRoutes(sink: Sink): Router {
  const router = Router();
  router.get("/faults", (_req, res) => {
    res.json({ active: sink.faults.list(), faults: faultTable });
  });
  router.post("/faults", (req, res) => {
    const error = change(sink, req);
    if (error !== undefined) res.status(400).json({ error });
    else if (req.is("application/json")) res.json({ active: sink.faults.list() });
    else res.redirect(303, `${withLanguage("/", pageFor(sink, req).language)}#faults`);
  });
  return router;
}

function change({ faults }: Sink, req: Request): string | undefined {
  const channel = channelOf(req);
  if (!channel) return "unknown channel";
  if (field(req, "fault") === "none") {
    faults.clear(channel);
    return undefined;
  }
  const order = orderOf(req, channel);
  if (typeof order === "string") return order;
  faults.set(order);
  return undefined;
}

function channelOf(req: Request): FaultOrder["channel"] | undefined {
  const wanted = field(req, "channel") || "all";
  return wanted === "all" ? wanted : channels.find((one) => one === wanted);
}

function orderOf(req: Request, channel: FaultOrder["channel"]): FaultOrder | string {
  const wanted = field(req, "fault");
  const fault = faultNames.find((name) => name === wanted);
  if (!fault) return "unknown fault";
  const times = Number(field(req, "times") || "1");
  if (!Number.isInteger(times) || times < 1 || times > mostTimes) return `times must be 1 to ${mostTimes}`;
  const seconds = Number(field(req, "seconds") || "5");
  if (!(seconds >= 0 && seconds <= mostSeconds)) return `seconds must be 0 to ${mostSeconds}`;
  const to = field(req, "to")?.trim();
  return { fault, channel, times, seconds, ...(to ? { to } : {}) };
}
