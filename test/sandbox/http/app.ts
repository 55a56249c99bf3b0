import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { onlyOwnHost, refuseCrossSite, safeHeaders } from "./guard.ts";
import { failed, notFound, type Pages } from "./problems.ts";
import { stylesheet } from "./style/stylesheet.ts";

export interface AppSettings extends Pages {
  /** The server's own address. */
  url: string;
  /** The same server by another name, for these paths and all below them alone. */
  otherHost?: { url: string; paths: readonly string[] };
  /** Origins that forms may lead to in the end. */
  formTargets: readonly string[];
  /** Style sheets beyond those all servers share. */
  styles?: readonly URL[];
  /** Answers before any body is read. */
  first?: RequestHandler;
  /** Largest body, as Express's parsers write it. */
  bodyLimit?: string;
}

/** A server of the sandbox around its own routes: guard, bodies, style, and pages for what goes wrong. */
export function sandboxApp(settings: AppSettings, routes: readonly (RequestHandler | ErrorRequestHandler)[]): Express {
  const app = express();
  const limit = settings.bodyLimit ?? "8kb";
  app.disable("x-powered-by");
  app.use(onlyOwnHost(settings.url, settings.otherHost), refuseCrossSite, safeHeaders(settings.formTargets));
  if (settings.first) app.use(settings.first);
  app.get("/sandbox.css", sendStyle(stylesheet(settings.styles)));
  app.use(express.urlencoded({ extended: false, limit }), express.json({ limit }));
  for (const one of routes) app.use(one);
  app.use(notFound(settings), failed(settings));
  return app;
}

function sendStyle(css: string): RequestHandler {
  return (_req, res) => {
    res.type("css").set("Cache-Control", "max-age=60").send(css);
  };
}
