import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type RequestHandler } from "express";
import type { JWK } from "jose";
import { isLocale } from "#app/i18n/locale.ts";
import { machineRoutes, pages } from "#app/urls.ts";
import { busyPage } from "./busy-page.ts";
import { setCookie } from "./cookies.ts";
import { directRoutes } from "./direct-routes.ts";
import { allowedMethods, decodable, formsOnly, oneOrigin, plain, sameOrigin } from "./gatekeeping.ts";
import { leaveByLink } from "./leave-by-link.ts";
import { type PortalServices, pageContext } from "./load-context.ts";
import { errorFields, requestLog } from "./log.ts";
import { mountMachineRoutes } from "./mount-machine-routes.ts";
import { authorizationServer } from "./oauth/authorization-server.ts";
import { mountOAuth } from "./oauth/mount.ts";
import { pageHandlers } from "./page-handlers.ts";
import { limitByAddress, rateLimit } from "./rate-limit.ts";
import { securityHeaders } from "./security-headers.ts";
import { signInAdmission } from "./sign-in-admission.ts";
import { signInGate } from "./sign-in-gate.ts";
import { type SignedValues, signedValues } from "./signed-values.ts";
import { stillPages } from "./still-pages.ts";
import { rememberTextSize } from "./text-size.ts";
import { tooManyPage } from "./too-many-page.ts";
import { limitByVisitor } from "./visitor-keys.ts";

export interface PortalParts extends PortalServices {
  signingKey: { privateJwk: JWK; publicJwk: JWK };
  /** The built pages, or a function that gives them anew (development). */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built browser files; absent in development, where Vite serves them. */
  clientFolder?: string;
  /** Vite's own middleware in development. */
  assets?: RequestHandler;
}

const YEAR = 31_536_000;

/** The web process as one Express application: machines first, then browser files, then pages. */
export function portal(parts: PortalParts): Express {
  const { config, logger } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  app.set("query parser", "simple");
  app.use(requestLog(logger), ...securityHeaders(config), allowedMethods);

  app.use("/oauth", limitByAddress(rateLimit(config.limits.tokens)));
  const issuer = `${config.publicOrigin}/oauth`;
  mountOAuth(
    app,
    issuer,
    authorizationServer({
      issuer,
      audience: `${config.publicOrigin}/fhir`,
      signingKey: parts.signingKey.privateJwk,
      db: parts.db,
      now: parts.now,
      privateNetworks: config.privateNetworks,
      tokensPerMinute: config.limits.tokens,
      onError: (code) => logger.info({ code }, "token refused"),
    }),
  );
  mountMachineRoutes(app, machineRoutes, { ...parts, tokenKeys: { keys: [parts.signingKey.publicJwk] } }, logger);

  if (parts.assets) app.use(parts.assets);
  if (parts.clientFolder) mountBrowserFiles(app, parts.clientFolder);

  const signed = signedValues(parts.keys);
  const contextOf = (req: express.Request, res: express.Response) => pageContext({ ...parts, signed }, req, res);
  app.use(
    oneOrigin(config),
    decodable,
    sameOrigin(config),
    formsOnly(pages.flatMap((page) => (page.uploads ? [page.path] : []))),
    limitByVisitor(config, signed, rateLimit(config.limits.pages), tooManyPage(config, parts.build)),
    gateOf(parts, signed),
    rememberLanguage(parts),
    rememberTextSize(config),
    neverCached,
    leaveByLink({ ...parts, language: (req, res) => contextOf(req, res).language }),
  );
  app.use(directRoutes(parts.build, contextOf), stillPages(parts.build, contextOf));
  const loadContext = (req: express.Request, res: express.Response) => ({ ...contextOf(req, res) });
  app.use(pageHandlers(parts.build, loadContext, config.production ? "production" : "development"));
  app.use(lastResort(parts));
  return app;
}

/** The gate before sign-ins. */
function gateOf({ config, logger, build }: PortalParts, signed: SignedValues): RequestHandler {
  const page = busyPage(config, build);
  return signInGate({ config, logger, signed, page, admission: signInAdmission(config.limits.signIns) });
}

function mountBrowserFiles(app: Express, folder: string): void {
  app.use(
    "/assets",
    express.static(path.join(folder, "assets"), {
      immutable: true,
      maxAge: YEAR * 1000,
      fallthrough: false,
      index: false,
    }),
  );
  app.use(express.static(folder, { index: false, maxAge: 3_600_000, redirect: false }));
}

/** Pages are somebody's: nothing of them is kept by a browser or a proxy. */
const neverCached: RequestHandler = (_req, res, next) => {
  res.setHeader("Cache-Control", "no-store");
  next();
};

/** `?lang=en` lasts: the next pages are in that language too. */
function rememberLanguage({ config }: PortalServices): RequestHandler {
  return (req, res, next) => {
    if (isLocale(req.query.lang)) res.append("Set-Cookie", setCookie(config, "lang", req.query.lang, YEAR));
    next();
  };
}

/** What nothing else answered for: bad addresses, files that are not there, and our own mistakes. */
function lastResort({ logger }: PortalServices) {
  return (
    error: Error & { status?: number },
    _req: express.Request,
    res: express.Response,
    next: express.NextFunction,
  ): void => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = error.status && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ requestId: res.locals.requestId, ...errorFields(error) }, "unexpected error");
    plain(res, status, status === 500 ? `Something went wrong. Reference: ${res.locals.requestId}` : "Not found");
  };
}
