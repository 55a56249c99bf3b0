import { createRequestHandler } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import type { PageContext } from "./load-context.ts";
import type { Built } from "./small-page.ts";

/** Pages that say the same to every stranger. */
const STILL: ReadonlySet<string> = new Set(["/", "/sign-in"]);
const KEPT_MS = 60_000;
const MOST_KEPT = 64;
const LONGEST_URL = 300;

interface Still {
  html: Buffer;
  headers: [string, string][];
  until: number;
}

/**
 * What a stranger sees before a sign-in, rendered once a minute and not for each of thousands in a morning. Whoever is
 * known by a cookie, and every address that says what happened, gets a page of their own.
 */
export function stillPages(
  build: Built,
  contextOf: (req: ExpressRequest, res: ExpressResponse) => PageContext,
): RequestHandler {
  if (typeof build === "function") return (_req, _res, next) => next();
  const render = createRequestHandler(build);
  const kept = new Map<string, Still>();
  return async (req, res, next) => {
    if (req.method !== "GET" || !STILL.has(req.path) || !tellsNothing(req)) return next();
    const context = contextOf(req, res);
    if (context.sessionToken || context.counterToken || context.helpToken) return next();
    const key = `${context.language} ${context.largeText} ${req.originalUrl}`;
    const known = kept.get(key);
    if (known && known.until > Date.now()) return send(res, known);
    try {
      const answer = await render(new Request(new URL(req.originalUrl, context.config.publicOrigin)), { ...context });
      const page = {
        html: Buffer.from(await answer.arrayBuffer()),
        headers: [...answer.headers],
        until: Date.now() + KEPT_MS,
      };
      if (answer.status === 200 && isNobodys(page, context)) keep(kept, key, page);
      res.status(answer.status);
      send(res, page);
    } catch (error) {
      next(error);
    }
  };
}

/** Where to go after the sign-in is said by the page; anything else in an address says what happened to one reader. */
const tellsNothing = ({ query, originalUrl }: ExpressRequest): boolean =>
  originalUrl.length <= LONGEST_URL && Object.keys(query).every((name) => name === "returnTo");

/** Nothing in it was made for this request. */
const isNobodys = ({ html, headers }: Still, { nonce, requestId }: PageContext): boolean =>
  !html.includes(nonce) && !html.includes(requestId) && !headers.some(([name]) => name === "set-cookie");

function keep(kept: Map<string, Still>, key: string, page: Still): void {
  kept.delete(key);
  kept.set(key, page);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) return;
    kept.delete(oldest);
  }
}

function send(res: ExpressResponse, { html, headers }: Still): void {
  for (const [name, value] of headers) res.setHeader(name, value);
  res.end(html);
}
