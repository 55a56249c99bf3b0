import { Router } from "express";
import { parameter } from "../../http/fields.ts";
import { type Hospitals, pageFor, senders, silent } from "../hospitals.ts";
import { frontPage } from "../pages/front.ts";

/** The front page: a form to send something, and what was sent in this run. */
export function frontRoutes(hospitals: Hospitals): Router {
  const router = Router();
  router.get("/", (req, res) => {
    const view = {
      senders: senders(hospitals),
      silent: silent(hospitals),
      deliveries: hospitals.systems.log.all(),
      chosen: {
        facility: parameter(req, "facility"),
        persona: parameter(req, "persona"),
        kind: parameter(req, "kind"),
      },
    };
    res.send(frontPage(pageFor(hospitals, req), view));
  });
  return router;
}
