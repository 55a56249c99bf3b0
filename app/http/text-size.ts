import type { Request, RequestHandler } from "express";
import type { Config } from "#app/config.ts";
import { readCookie, setCookie } from "./cookies.ts";

const YEAR = 365 * 86_400;

const asked = (req: Request): "large" | "usual" | undefined =>
  req.query.text === "large" || req.query.text === "usual" ? req.query.text : undefined;

/** Large letters: asked for with this address, else remembered. */
export const wantsLargeText = (config: Pick<Config, "publicOrigin">, req: Request): boolean =>
  (asked(req) ?? readCookie(config, req.headers.cookie, "text")) === "large";

/** `?text=large` lasts; `?text=usual` forgets it. */
export const rememberTextSize =
  (config: Pick<Config, "publicOrigin">): RequestHandler =>
  (req, res, next) => {
    const size = asked(req);
    if (size) res.append("Set-Cookie", setCookie(config, "text", size, size === "large" ? YEAR : 0));
    next();
  };
