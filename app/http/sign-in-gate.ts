import { randomBytes } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { askedLanguage } from "./asked-language.ts";
import { readBody } from "./body.ts";
import type { Waiting } from "./busy-page.ts";
import { setCookie } from "./cookies.ts";
import type { PortalServices } from "./load-context.ts";
import type { SignInAdmission } from "./sign-in-admission.ts";
import type { SignedValues } from "./signed-values.ts";
import { beginsSignIn, visitorKeys } from "./visitor-keys.ts";

const TEN_MINUTES = 600;
const MOST_BYTES = 8_192;

interface Gate extends Pick<PortalServices, "config" | "logger"> {
  signed: SignedValues;
  admission: SignInAdmission;
  page: (waiting: Waiting) => Promise<string>;
}

/**
 * Before a sign-in begins: where there is no room, the waiting page (503, or 429 for a browser that alone asks too much),
 * which tries again by itself and knows where it was going. Whoever is signed in, and answers under way, never come here.
 */
export function signInGate(gate: Gate): RequestHandler {
  const { config, signed, admission, logger } = gate;
  return async (req, res, next) => {
    if (!beginsSignIn(req)) return next();
    try {
      const visitor = visitorKeys(config, signed, req);
      const answer = await admission.ask(visitor);
      if (answer === "in") return next();
      logger.info({ requestId: res.locals.requestId, code: `sign-in-${answer}` }, "sign-in not started");
      const wanted = await wantedOf(req);
      // Only whoever has pressed the button waits for it: a link to the waiting page starts nothing.
      const ticket = visitor.signIn ?? randomBytes(32).toString("base64url");
      res.append("Set-Cookie", setCookie(config, "signin", signed.sign("signin", ticket), TEN_MINUTES));
      await send(gate, req, res, wanted, answer === "slow" ? 429 : 503);
    } catch (error) {
      next(error);
    }
  };
}

async function send(
  { config, page }: Gate,
  req: Request,
  res: Response,
  wanted: URLSearchParams,
  status: 429 | 503,
): Promise<void> {
  const seconds = status === 429 ? 60 : 5 + Math.floor(Math.random() * 10);
  const returnTo = safeReturnTo(wanted.get("returnTo"));
  const provider = wanted.get("provider") || undefined;
  const again = new URLSearchParams({ returnTo, ...(provider && { provider }) });
  const why = status === 429 ? "slow" : "wait";
  const html = await page({ why, language: askedLanguage(config, req), returnTo, provider });
  res.status(status).type("html");
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Retry-After", String(seconds));
  res.setHeader("Refresh", `${seconds}; url=/sign-in/wait?${again}`);
  res.send(html);
}

async function wantedOf(req: Request): Promise<URLSearchParams> {
  if (req.method !== "POST") return new URLSearchParams(req.originalUrl.split("?")[1] ?? "");
  return new URLSearchParams((await readBody(req, MOST_BYTES)).toString("utf8"));
}
