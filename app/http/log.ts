import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "#app/config.ts";

export type { Logger };

/** One logger per process. What it is given are codes, kinds and times: never a header, a body or an identifier. */
export const createLogger = (config: Pick<Config, "logLevel">, name: string, to?: DestinationStream): Logger => {
  const options = { name, level: config.logLevel, timestamp: pino.stdTimeFunctions.isoTime, base: { name } };
  return to ? pino(options, to) : pino(options);
};

/** What may be said of an unexpected error: its kind, a database's or system's code, where it arose. Never its text. */
export function errorFields(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: "unknown" };
  const code = "code" in error && /^[0-9A-Z_]{3,40}$/.test(String(error.code)) ? { code: String(error.code) } : {};
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { error: error.name, ...code, at: at.slice(0, 6).map((line) => line.trim().slice(0, 200)) };
}

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      /** Pattern of the route that answered; set by whoever answers, since addresses hold ids. */
      route?: string;
      /** The facility on whose behalf it was asked: a machine's, or the duty in force. Never who asked. */
      facility?: string | undefined;
    }
  }
}

/** Gives the request its id and writes one line when it is answered: with the facility in force, where there is one. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.locals.requestId = randomUUID();
    res.setHeader("X-Request-Id", res.locals.requestId);
    res.once("finish", () => {
      const line = {
        requestId: res.locals.requestId,
        method: req.method,
        route: res.locals.route ?? "page",
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.locals.facility ? { facility: res.locals.facility } : {}),
      };
      if (res.statusCode >= 500) logger.error(line, "request");
      else logger.info(line, "request");
    });
    next();
  };
}
