import type { Request, RequestHandler, Response } from "express";
import type { Config } from "#app/config.ts";
import { UPLOAD_FORM_BYTES } from "./uploads.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE"]);

/** Methods nobody needs are answered here, before anything looks at the request. */
export const allowedMethods: RequestHandler = (req, res, next) => {
  if (METHODS.has(req.method)) return next();
  res.setHeader("Allow", [...METHODS].join(", "));
  plain(res, 405, "Method not allowed");
};

/**
 * One origin: pages asked for under another host are sent to it, because a sign-in begun under
 * 127.0.0.1 would come back to localhost without its cookie.
 */
export function oneOrigin(config: Pick<Config, "publicOrigin">): RequestHandler {
  const own = new URL(config.publicOrigin);
  return (req, res, next) => {
    if (req.headers.host === own.host) return next();
    if (req.method === "GET" || req.method === "HEAD") {
      const target = new URL(config.publicOrigin);
      const [path, query] = splitTarget(req.originalUrl);
      target.pathname = path;
      target.search = query;
      res.redirect(308, target.href);
      return;
    }
    plain(res, 421, `This service is at ${own.origin}`);
  };
}

/** Path and query of a request target; an absolute-form target or `//host` stays a path of ours. */
function splitTarget(target: string): [string, string] {
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  return [`/${path.replace(/^[/\\]+/, "")}`, at < 0 ? "" : target.slice(at)];
}

/**
 * An address that cannot be decoded is nobody's: its signs are taken as they stand, so that it is
 * answered like every other unknown one. The library would write it to the console, ids and all.
 */
export const decodable: RequestHandler = (req, _res, next) => {
  const [path, query] = splitTarget(req.originalUrl);
  try {
    decodeURIComponent(path);
  } catch {
    req.url = path.replaceAll("%", "%25") + query;
    req.originalUrl = req.url;
  }
  next();
};

/**
 * Forms come from our own pages: an unsafe request that carries a cookie must name our origin, or be
 * called same-origin by the browser. Without either it is refused.
 */
export function sameOrigin(config: Pick<Config, "publicOrigin">): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD" || fromHere(req, config.publicOrigin)) return next();
    plain(res, 403, "This form was not sent from this site. Open the page again and send it from there.");
  };
}

const FORM_BYTES = 262_144;

/**
 * Pages read what a form sends whole into memory: it says its length beforehand, and is small. Forms that
 * bring files are read file by file, by the few pages that say so in the table.
 */
export function formsOnly(uploads: readonly string[]): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const length = Number(req.headers["content-length"] ?? 0);
    const files = uploads.includes(req.path) && req.is("multipart/form-data");
    if (req.headers["transfer-encoding"] !== undefined) plain(res, 411, "Send the form with its length.");
    else if (length > (files ? UPLOAD_FORM_BYTES : FORM_BYTES)) plain(res, 413, "The form is too large.");
    else if (length > 0 && !files && !req.is("application/x-www-form-urlencoded")) plain(res, 415, "Send a form.");
    else next();
  };
}

function fromHere(req: Request, origin: string): boolean {
  const { origin: said, "sec-fetch-site": site } = req.headers;
  if (said !== undefined) return said === origin;
  return site === "same-origin";
}

export function plain(res: Response, status: number, text: string): void {
  res.status(status).type("text/plain; charset=utf-8").setHeader("Cache-Control", "no-store");
  res.send(`${text}\n`);
}
