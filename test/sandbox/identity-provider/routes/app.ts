import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from "express";
import { sandboxApp } from "../../http/app.ts";
import { messagePage } from "../../http/layout.ts";
import type { Act } from "../act.ts";
import type { FaultSwitch } from "../faults/switch.ts";
import type { IdentityProviderOptions } from "../index.ts";
import { isProtocolPath } from "../paths.ts";
import { elsewhere } from "../profiles/national-portal.ts";
import type { Profile } from "../profiles/profile.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { faultRoutes } from "./faults.ts";
import { frontRoutes } from "./front.ts";
import { handOver } from "./hand-over.ts";
import { interactionRoutes } from "./interaction.ts";
import { elsewhereRoutes, THIRD_PARTY } from "./third-party.ts";

export interface AppParts extends IdentityProviderOptions {
  origin: string;
  act: Act;
  faults: FaultSwitch;
}

/** The whole server: our pages, and behind them each profile's protocol below its own path. */
export function identityProviderApp(parts: AppParts): Express {
  const { origin, act, portalOrigin } = parts;
  const onError = parts.onError ?? (() => undefined);
  const settings = {
    url: origin,
    otherHost: { url: elsewhere(origin), paths: [THIRD_PARTY, "/sandbox.css"] },
    formTargets: [origin, elsewhere(origin), portalOrigin],
    styles: [new URL("../pages/people.css", import.meta.url)],
    first: protocols(act),
    page: (req: Request) => pageFor(parts, req),
    onError,
  };
  const pages = act.all.map((profile) => below(profile, lazily(act, profile, pagesOf())));
  return sandboxApp(settings, [frontRoutes(parts), faultRoutes(parts), ...pages.reverse()]);
}

/** oidc-provider reads its requests itself, so it comes before anything that parses bodies. */
function protocols(act: Act): RequestHandler {
  const router = Router();
  for (const profile of [...act.all].reverse()) {
    const answer = lazily(act, profile, ({ provider }) => provider.callback() as RequestHandler);
    const only: RequestHandler = (req, res, next) =>
      isProtocolPath(profile.paths, req.path) ? answer(req, res, next) : next();
    router.use(below(profile, only));
  }
  return router;
}

function below({ path }: Profile, handler: RequestHandler): RequestHandler {
  return path === "" ? handler : Router().use(path, handler);
}

/** Asks for the provider only when a request comes for it; makes what answers once. */
function lazily(act: Act, { name }: Profile, make: (sandbox: Sandbox) => RequestHandler): RequestHandler {
  let made: Promise<RequestHandler> | undefined;
  return (req, res, next) => {
    made ??= act.as(name).then(make);
    made.then((handler) => handler(req, res, next)).catch(next);
  };
}

function pagesOf() {
  const elsewhereIs = handOver();
  return (sandbox: Sandbox): RequestHandler => {
    const app = express.Router();
    if (sandbox.profile.signsInElsewhere) app.use(elsewhereRoutes(sandbox, elsewhereIs));
    app.use(interactionRoutes(sandbox, elsewhereIs), gone(sandbox));
    return app;
  };
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
