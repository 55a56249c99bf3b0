import type { RequestHandler } from "express";

/** Only the issuer's own host is served: another name would lose cookies, or be a rebinding attack. */
export function onlyOwnHost(issuer: string): RequestHandler {
  const { host } = new URL(issuer);
  return (req, res, next) => {
    if (req.headers.host === host) return next();
    if (req.method === "GET" || req.method === "HEAD") return res.redirect(308, issuer + req.originalUrl);
    res.status(421).type("text").send(`Only ${host} is served here.\n`);
  };
}

/** No form of another site may act here; pages of the portal, on the same machine, are the same site. */
export const refuseCrossSite: RequestHandler = (req, res, next) => {
  if (req.method !== "POST" || req.headers["sec-fetch-site"] !== "cross-site") return next();
  res.status(403).type("text").send("Not from another site.\n");
};

/** What every answer says about itself: no scripts, no foreign content, nothing to be kept. */
export function safeHeaders(portalOrigin: string): RequestHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    // Browsers check the redirect back to the portal, too.
    `form-action 'self' ${portalOrigin}`,
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
