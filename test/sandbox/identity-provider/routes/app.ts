import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { html } from "../pages/html.ts";
import { messagePage } from "../pages/layout.ts";
import { isProtocolPath } from "../paths.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { faultRoutes } from "./faults.ts";
import { frontRoutes } from "./front.ts";
import { onlyOwnHost, refuseCrossSite, safeHeaders } from "./guard.ts";
import { interactionRoutes } from "./interaction.ts";

/** The whole server: our pages, and behind them the protocol. */
export function sandboxApp(sandbox: Sandbox): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(onlyOwnHost(sandbox.issuer), refuseCrossSite, safeHeaders(sandbox.portalOrigin));
  app.use(protocol(sandbox));
  app.use(express.urlencoded({ extended: false, limit: "8kb" }), express.json({ limit: "8kb" }));
  app.use(frontRoutes(sandbox), faultRoutes(sandbox), interactionRoutes(sandbox));
  app.use(notFound(sandbox), failed(sandbox));
  return app;
}

/** oidc-provider reads its requests itself, so it comes before anything that parses bodies. */
function protocol({ provider }: Sandbox): RequestHandler {
  const answer = provider.callback();
  return (req, res, next) => (isProtocolPath(req.path) ? answer(req, res) : next());
}

function notFound(sandbox: Sandbox): RequestHandler {
  return (req, res) => {
    const page = pageFor(sandbox, req);
    res.status(404).send(messagePage(page, page.t.notFoundTitle, page.t.notFoundText));
  };
}

function failed(sandbox: Sandbox): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const page = pageFor(sandbox, req);
    const { t } = page;
    if (error instanceof sandbox.library.errors.SessionNotFound) {
      res.status(400).send(messagePage(page, t.expiredTitle, t.expiredText));
      return;
    }
    const status = statusOf(error);
    if (status === 500) sandbox.onError(error);
    res.status(status).send(messagePage(page, t.errorTitle, t.errorText, html`<p><code>${status}</code></p>`));
  };
}

/** Errors of Express's body parsers carry the status to answer with. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
