import type { RequestHandler, Response } from "express";
import type { Config } from "#app/config.ts";
import type { PageContext } from "./load-context.ts";
import { type Built, escaped, smallPage } from "./small-page.ts";

interface Leaving {
  config: Pick<Config, "publicOrigin" | "site">;
  build: Built;
  language(req: Parameters<RequestHandler>[0], res: Response): PageContext["language"];
}

/**
 * A form's answer never redirects to another site. Chrome holds every redirect after a form against `form-action`,
 * also those we cannot know: a provider that sends browsers on to a third host would be blocked. So the answer is a
 * small page that goes on by itself, in place of itself, and has a link for browsers that do not.
 */
export function leaveByLink(leaving: Leaving): RequestHandler {
  const { config, language } = leaving;
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const end = res.end.bind(res) as (body?: string) => Response;
    // Remix ends a redirect without having written anything.
    res.end = ((...args: unknown[]) => {
      const to = res.headersSent ? undefined : leadsAway(res, config.publicOrigin);
      if (to === undefined) return (end as (...all: unknown[]) => Response)(...args);
      const [body] = args;
      if (body !== undefined && typeof body !== "function") throw new Error("a redirect with a body of its own");
      page(to, language(req, res), leaving).then(
        (html) => {
          res.status(200).removeHeader("Location");
          res.setHeader("Refresh", `0; url=${to.href}`);
          res.setHeader("Content-Type", "text/html; charset=utf-8");
          res.setHeader("Content-Length", Buffer.byteLength(html));
          end(html);
        },
        () => res.destroy(),
      );
      return res;
    }) as typeof res.end;
    next();
  };
}

function leadsAway(res: Response, own: string): URL | undefined {
  const location = res.getHeader("Location");
  if (res.statusCode < 300 || res.statusCode > 399 || typeof location !== "string") return undefined;
  const to = new URL(location, own);
  return to.origin !== own && ["https:", "http:"].includes(to.protocol) ? to : undefined;
}

function page(to: URL, language: PageContext["language"], { config, build }: Leaving): Promise<string> {
  const { host, href } = to;
  return smallPage(config, build, language, (t) => ({
    title: t("leaving.title", { host }),
    main: `<p>${escaped(t("leaving.text"))}</p><p><a class="btn" rel="noreferrer" href="${escaped(href)}">${escaped(t("leaving.go", { host }))}</a></p>`,
  }));
}
