import { Router } from "express";
import { parameter } from "../../http/fields.ts";
import { frontPage } from "../pages/front.ts";
import { pageFor, type Sink } from "../sink.ts";
import { filterOf } from "./messages.ts";

const perPage = 50;

/** The front page: everybody's phone. */
export function frontRoutes(sink: Sink, smtpPort: number): Router {
  const router = Router();
  router.get("/", (req, res) => {
    const filter = filterOf(req);
    const found = sink.inbox.list(filter);
    const pages = Math.max(1, Math.ceil(found.length / perPage));
    const page = Math.min(pages, Math.max(1, Math.floor(Number(parameter(req, "page"))) || 1));
    const view = {
      filter,
      messages: found.slice((page - 1) * perPage, page * perPage),
      total: found.length,
      page,
      pages,
      recipients: sink.inbox.recipients(),
      faults: sink.faults.list(),
      smtpPort,
    };
    res.send(frontPage(pageFor(sink, req), view));
  });
  return router;
}
