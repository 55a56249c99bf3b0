import type { RequestHandler } from "express";

/** Only the server's own host is served: another name would lose cookies, or be a rebinding attack. */
export function onlyOwnHost(url: string, other?: { url: string; paths: readonly string[] }): RequestHandler {
  const { host } = new URL(url);
  const otherHost = other && new URL(other.url).host;
  return (req, res, next) => {
    if (req.headers.host === host) return next();
    if (req.headers.host === otherHost && other?.paths.some((path) => req.path.startsWith(path))) return next();
    if (isRead(req.method)) return res.redirect(308, url + req.originalUrl);
    res.status(421).type("text").send(`Only ${host} is served here.\n`);
  };
}

/** No form of another site may act here; pages of the portal, on the same machine, are the same site. */
export const refuseCrossSite: RequestHandler = (req, res, next) => {
  if (isRead(req.method) || req.headers["sec-fetch-site"] !== "cross-site") return next();
  res.status(403).type("text").send("Not from another site.\n");
};

/** What every answer says about itself: no scripts, no foreign content, nothing to be kept. */
export function safeHeaders(formTargets: readonly string[]): RequestHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    // Browsers check the redirect that answers a form, too.
    ["form-action 'self'", ...formTargets].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return (_req, res, next) => {
    res.set({
      "Content-Security-Policy": policy,
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    next();
  };
}

const isRead = (method: string): boolean => method === "GET" || method === "HEAD";
