import type { ErrorRequestHandler, Express, Request, RequestHandler } from "express";
import { sandboxApp } from "../../http/app.ts";
import { messagePage } from "../../http/layout.ts";
import { isProtocolPath } from "../paths.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { faultRoutes } from "./faults.ts";
import { frontRoutes } from "./front.ts";
import { interactionRoutes } from "./interaction.ts";

/** The whole server: our pages, and behind them the protocol. */
export function identityProviderApp(sandbox: Sandbox): Express {
  const settings = {
    url: sandbox.issuer,
    formTargets: [sandbox.portalOrigin],
    styles: [new URL("../pages/people.css", import.meta.url)],
    first: protocol(sandbox),
    page: (req: Request) => pageFor(sandbox, req),
    onError: sandbox.onError,
  };
  return sandboxApp(settings, [frontRoutes(sandbox), faultRoutes(sandbox), interactionRoutes(sandbox), gone(sandbox)]);
}

/** oidc-provider reads its requests itself, so it comes before anything that parses bodies. */
function protocol({ provider }: Sandbox): RequestHandler {
  const answer = provider.callback();
  return (req, res, next) => (isProtocolPath(req.path) ? answer(req, res) : next());
}

/** A sign-in that is over, or never was. */
function gone(sandbox: Sandbox): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, req, res, next) => {
    if (!(error instanceof sandbox.library.errors.SessionNotFound)) return next(error);
    const page = pageFor(sandbox, req);
    res.status(400).send(messagePage(page, page.t.expiredTitle, page.t.expiredText));
  };
}
