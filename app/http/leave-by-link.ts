import type { RequestHandler, Response } from "express";
import type { Config } from "#app/config.ts";
import { loadCatalogue } from "#app/i18n/load.ts";
import { fill } from "#app/i18n/translate.ts";
import type { PageContext } from "./load-context.ts";
import { type Built, escaped, stylesheetOf } from "./small-page.ts";

interface Leaving {
  config: Pick<Config, "publicOrigin">;
  build: Built;
  language(req: Parameters<RequestHandler>[0], res: Response): PageContext["language"];
}

/**
 * A form's answer never redirects to another site. Chrome holds every redirect after a form against `form-action`,
 * also those we cannot know: a provider that sends browsers on to a third host would be blocked. So the answer is a
 * small page that goes on by itself, in place of itself, and has a link for browsers that do not.
 */
export function leaveByLink({ config, build, language }: Leaving): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const end = res.end.bind(res) as (body?: string) => Response;
    // Remix ends a redirect without having written anything.
    res.end = ((...args: unknown[]) => {
      const to = res.headersSent ? undefined : leadsAway(res, config.publicOrigin);
      if (to === undefined) return (end as (...all: unknown[]) => Response)(...args);
      const [body] = args;
      if (body !== undefined && typeof body !== "function") throw new Error("a redirect with a body of its own");
      page(to, language(req, res), build).then(
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

async function page(to: URL, language: PageContext["language"], build: Leaving["build"]): Promise<string> {
  const { leaving, common } = await loadCatalogue(language);
  const words = (text: string) => escaped(fill(text, { host: to.host }, language));
  const styles = await stylesheetOf(build);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words(leaving.title)} – ${escaped(common.brand)}</title>${styles ? `<link rel="stylesheet" href="${escaped(styles)}">` : ""}</head>
<body><main class="page prose stack"><h1>${words(leaving.title)}</h1><p>${words(leaving.text)}</p>
<p><a class="btn" rel="noreferrer" href="${escaped(to.href)}">${words(leaving.go)}</a></p></main></body></html>
`;
}
