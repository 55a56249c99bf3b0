import type { ErrorRequestHandler, Request, RequestHandler } from "express";
import { html } from "./html.ts";
import { messagePage, type Page } from "./layout.ts";

export interface Pages {
  /** The language and words to answer this request with. */
  page(req: Request): Page;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError(error: unknown): void;
}

/** Nothing here: a page for people, JSON for machines. */
export function notFound({ page }: Pages): RequestHandler {
  return (req, res) => {
    const shown = page(req);
    res.status(404);
    if (isMachine(req)) res.json({ error: "no such address" });
    else res.send(messagePage(shown, shown.t.notFoundTitle, shown.t.notFoundText));
  };
}

/** Something failed: a bad request is answered with its status, and our own failures are told. */
export function failed({ page, onError }: Pages): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const status = statusOf(error);
    if (status === 500) onError(error);
    const shown = page(req);
    const { errorTitle, errorText } = shown.t;
    res.status(status);
    if (isMachine(req)) res.json({ error: status === 500 ? "the sandbox failed" : "bad request" });
    else res.send(messagePage(shown, errorTitle, errorText, html`<p><code>${status}</code></p>`));
  };
}

const isMachine = (req: Request): boolean => Boolean(req.is("application/json")) || req.path.endsWith(".json");

/** Errors of Express's body parsers carry the status to answer with. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
