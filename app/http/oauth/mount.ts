import type { RequestListener } from "node:http";
import type { Express } from "express";

/** The only two calls of the library that are offered; everything else under /oauth does not exist. */
const OFFERED = new Set(["POST /token", "GET /jwks"]);

/** Mounts the authorization server. Its idea of where it runs is fixed, whatever the Host header says. */
export function mountOAuth(app: Express, issuer: string, handle: RequestListener): void {
  const own = new URL(issuer);
  app.use("/oauth", (req, res) => {
    if (!OFFERED.has(`${req.method} ${req.path}`)) {
      res.status(404).json({ error: "not_found" });
      return;
    }
    req.url = req.path;
    req.originalUrl = req.baseUrl + req.path;
    req.headers.host = own.host;
    req.headers["x-forwarded-host"] = own.host;
    req.headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
    req.headers.accept = "application/json";
    delete req.headers.origin;
    delete req.headers.authorization;
    res.setHeader("Cache-Control", "no-store");
    handle(req, res);
  });
}
