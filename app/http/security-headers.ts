import crypto from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { type Config, isLoopback } from "#app/config.ts";

declare global {
  namespace Express {
    interface Locals {
      nonce: string;
    }
  }
}

/**
 * Headers of every answer. `Referrer-Policy` is same-origin: with no-referrer, posts without
 * JavaScript carry `Origin: null`. `form-action` names nobody else: forms leave by a link (`leave-by-link.ts`).
 */
export function securityHeaders(config: Config): RequestHandler[] {
  const nonce: RequestHandler = (_req, res, next) => {
    res.locals.nonce = crypto.randomBytes(18).toString("base64");
    next();
  };
  const loopback = isLoopback(config.publicOrigin);
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_req, res) => `'nonce-${(res as unknown as { locals: { nonce: string } }).locals.nonce}'`,
        ],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        // Only npm run dev has a socket: the one that says when to load a page again.
        connectSrc: config.production || !loopback ? ["'self'"] : ["'self'", config.publicOrigin.replace("http", "ws")],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(loopback ? {} : { upgradeInsecureRequests: [] }),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: loopback ? false : { maxAge: 31_536_000, includeSubDomains: true },
    xFrameOptions: { action: "deny" },
  });
  const permissions: RequestHandler = (_req, res, next) => {
    res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    next();
  };
  return [nonce, headers, permissions];
}
