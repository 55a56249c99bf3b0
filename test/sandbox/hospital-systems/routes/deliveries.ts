import { type Request, type RequestHandler, type Response, Router } from "express";
import { field } from "../../http/fields.ts";
import { withLanguage } from "../../http/language.ts";
import { messagePage } from "../../http/layout.ts";
import { personas } from "../../province/personas.ts";
import { type Delivery, listingOf } from "../delivery.ts";
import { type Hospitals, pageFor, senders } from "../hospitals.ts";
import { isKind } from "../kinds.ts";
import { deliveryPage } from "../pages/delivery.ts";
import type { Order } from "../systems.ts";

/** Sending, and what came of it; for machines (JSON) and for the form. */
export function deliveryRoutes(hospitals: Hospitals): Router {
  const { log } = hospitals.systems;
  const router = Router();
  router.post("/deliveries", (req, res, next) => {
    send(hospitals, req, res).catch(next);
  });
  router.get("/deliveries", (_req, res) => {
    res.json({ deliveries: log.all().map(listingOf) });
  });
  const known = (show: (delivery: Delivery, req: Request, res: Response) => void): RequestHandler => {
    return (req, res, next) => {
      const delivery = log.byId(req.params.id ?? "");
      if (delivery) show(delivery, req, res);
      else next();
    };
  };
  router.get(
    "/deliveries/:id",
    known((one, req, res) => {
      res.send(deliveryPage(pageFor(hospitals, req), one));
    }),
  );
  router.get(
    "/deliveries/:id/answer",
    known((one, _req, res) => {
      res.type("json").send(JSON.stringify(one.answer ?? null, undefined, 1));
    }),
  );
  router.get(
    "/deliveries/:id/bundle",
    known((one, _req, res) => {
      res.type("json").send(one.text);
    }),
  );
  return router;
}

async function send(hospitals: Hospitals, req: Request, res: Response): Promise<void> {
  const order = orderOf(hospitals, req);
  if (typeof order === "string") {
    refuse(hospitals, req, res, 400, order);
    return;
  }
  const delivery = await hospitals.systems.deliver(order);
  if (delivery === "nothing-before") refuse(hospitals, req, res, 409, delivery);
  else if (req.is("application/json")) res.status(delivery.outcome.status ? 201 : 502).json(listingOf(delivery));
  else res.redirect(303, withLanguage(`/deliveries/${delivery.id}`, pageFor(hospitals, req).language));
}

type Wrong = "facility" | "persona" | "kind";

function orderOf(hospitals: Hospitals, req: Request): Order | Wrong {
  const facility = senders(hospitals).find(({ key }) => key === field(req, "facility"));
  const person = personas.find(({ key }) => key === field(req, "persona"));
  const kind = field(req, "kind");
  if (!facility) return "facility";
  if (!person) return "persona";
  return isKind(kind) ? { facility, person, kind } : "kind";
}

function refuse(
  hospitals: Hospitals,
  req: Request,
  res: Response,
  status: number,
  why: Wrong | "nothing-before",
): void {
  const page = pageFor(hospitals, req);
  res.status(status);
  if (req.is("application/json"))
    res.json({ error: why === "nothing-before" ? "nothing sent before" : `unknown ${why}` });
  else res.send(messagePage(page, page.t.notSentTitle, page.t.notSent[why]));
}
