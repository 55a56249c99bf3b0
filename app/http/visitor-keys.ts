import type { Request, RequestHandler, Response } from "express";
import type { Config } from "#app/config.ts";
import { isDomainError } from "#app/shared/errors.ts";
import { addressKey } from "./address-key.ts";
import { readCookie } from "./cookies.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { SignedValues } from "./signed-values.ts";

/** By what a visitor is told from others: their browser, if we know it, else their address. */
export interface VisitorKeys {
  /** A browser that has signed in here before. */
  device: string | undefined;
  /** One with a sign-in under way. */
  signIn: string | undefined;
  /** As limits count it: of IPv6 the network. */
  address: string;
}

export function visitorKeys(config: Pick<Config, "publicOrigin">, signed: SignedValues, req: Request): VisitorKeys {
  const cookie = (name: "device" | "signin") => signed.open(name, readCookie(config, req.headers.cookie, name));
  return { device: cookie("device"), signIn: cookie("signin"), address: addressKey(req.ip) };
}

/** The path as the router takes it: `.data`, a slash at its end and capitals make no other page of it. */
export const routedPath = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/\.data$/, "") || "/";

/** A sign-in that begins: the gate has room for it or not, whoever else is behind its address. */
export const beginsSignIn = (req: Request): boolean => {
  const path = routedPath(req.path);
  return (path === "/sign-in" && req.method === "POST") || path === "/sign-in/wait";
};

/**
 * Limits requests for pages by browser where it is one of ours, else by address: who shares an address with a crowd is
 * not shut out by its noise, and an answer to a sign-in under way counts for itself.
 */
export function limitByVisitor(
  config: Pick<Config, "publicOrigin">,
  signed: SignedValues,
  limit: RateLimit,
  page: (req: Request, res: Response) => Promise<void>,
): RequestHandler {
  return (req, res, next) => {
    if (beginsSignIn(req)) return next();
    const { device, signIn, address } = visitorKeys(config, signed, req);
    const path = routedPath(req.path);
    const answer = signIn !== undefined && /^\/sign-in\/callback(?:\/|$)/.test(path);
    const own = device ? `device ${device}` : answer ? `sign-in ${signIn}` : undefined;
    // The page with the button is counted apart, so that other pages do not use it up.
    const key = own ?? (path === "/sign-in" ? `sign-in at ${address}` : address);
    limit.take(key).then(
      () => next(),
      (error: unknown) => {
        if (!isDomainError(error)) return next(error);
        res.setHeader("Retry-After", String(error.retryAfterSeconds ?? 60));
        page(req, res).catch(next);
      },
    );
  };
}
