import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRequestHandler } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { pages } from "#app/urls.ts";
import { readBody } from "./body.ts";
import type { PageContext } from "./load-context.ts";
import type { Built } from "./small-page.ts";

interface Direct {
  route: string;
  part: "loader" | "action";
  params?: Readonly<Record<string, string>>;
  /** Its answer is a file, or a page that says why there is none. */
  download?: true;
}

/** Addresses that answer a browser without a page, and by which method; the module is the same that Remix would ask. */
const DIRECT: Readonly<Record<string, Direct>> = {
  "POST /sign-in": { route: "routes/auth/sign-in", part: "action" },
  "GET /sign-in/callback": { route: "routes/auth/callback", part: "loader" },
  "GET /sign-in/wait": { route: "routes/auth/wait", part: "loader" },
  "POST /sign-in/stay": { route: "routes/auth/stay", part: "action" },
};

/** Providers other than the first kind have an address of their own each. */
const ANSWER = /^GET \/sign-in\/callback\/[a-z0-9-]{1,32}$/;

/** Remix would answer a download that fails with a bare code. */
const DOWNLOADS = pages.flatMap(({ path, file, download }) => {
  const pattern = path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)");
  return download ? [{ address: new RegExp(`^GET ${pattern}$`), route: file.replace(/\.tsx$/, "") }] : [];
});

function directOf(asked: string): Direct | undefined {
  if (Object.hasOwn(DIRECT, asked)) return DIRECT[asked];
  if (ANSWER.test(asked)) return DIRECT["GET /sign-in/callback"];
  // The data of a page is Remix's to answer, whichever address it has.
  if (asked.endsWith(".data")) return undefined;
  for (const { address, route } of DOWNLOADS) {
    const found = address.exec(asked);
    if (found) return { route, part: "loader", params: decoded(found.groups), download: true };
  }
  return undefined;
}

const decoded = (params: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));

const MOST_BYTES = 262_144;

/**
 * The steps of a sign-in, asked of their modules themselves: finding them through Remix costs as much as they do, and
 * thirty a second come. Downloads, so that one that fails is a page. Whatever else an address may be (`.data`, other spellings) stays Remix's.
 */
export function directRoutes(
  build: Built,
  contextOf: (req: ExpressRequest, res: ExpressResponse) => PageContext,
): RequestHandler {
  const failed = failurePage(build);
  return async (req, res, next) => {
    const direct = directOf(`${req.method} ${req.path}`);
    if (!direct) return next();
    try {
      const { routes } = typeof build === "function" ? await build() : build;
      const ask = routes[direct.route]?.module[direct.part];
      if (!ask) return next();
      const context = { ...contextOf(req, res) };
      const { params = {}, download } = direct;
      const work = async () => {
        const answer = await answered(async () => ask({ request: await requestOf(req, context), params, context }));
        if (download && answer.status >= 400) throw answer;
        return answer;
      };
      const at = download && BOOK;
      const answer = await work().catch((error: unknown) => failed({ error, at }, context));
      await (download ? sendAsItComes : send)(res, answer);
    } catch (error) {
      next(error);
    }
  };
}

/** An address no page has: what failed is thrown there again, so that its page is the one every error leads to. */
const NOWHERE = "/failed";

/** Where the frame of a failed download says one is. */
const BOOK = "/book";

type Failed = NonNullable<PageContext["failed"]>;

function failurePage(build: Built): (failed: Failed, context: PageContext) => Promise<Response> {
  return async (failed, context) => {
    const render = createRequestHandler(typeof build === "function" ? await build() : build);
    const request = new Request(new URL(NOWHERE, context.config.publicOrigin));
    return render(request, { ...context, failed });
  };
}

/** A thrown answer is an answer. */
async function answered(work: () => Promise<unknown>): Promise<Response> {
  try {
    return (await work()) as Response;
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

async function requestOf(req: ExpressRequest, { config }: PageContext): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === "string") headers.set(name, value);
  const url = new URL(req.originalUrl, config.publicOrigin);
  if (req.method === "GET") return new Request(url, { headers });
  const body = new Uint8Array(await readBody(req, MOST_BYTES));
  return new Request(url, { method: req.method, headers, body });
}

function copyHead(res: ExpressResponse, answer: Response): void {
  res.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") res.setHeader(name, value);
  for (const line of answer.headers.getSetCookie()) res.append("Set-Cookie", line);
}

/** No faster than it is taken; a fault on the way breaks the answer off. */
async function sendAsItComes(res: ExpressResponse, answer: Response): Promise<void> {
  copyHead(res, answer);
  if (!answer.body) return void res.end();
  // Who hangs up has what they wanted.
  await pipeline(Readable.fromWeb(answer.body as never), res).catch(() => res.destroy());
}

async function send(res: ExpressResponse, answer: Response): Promise<void> {
  copyHead(res, answer);
  const body = Buffer.from(await answer.arrayBuffer());
  if (body.byteLength === 0) res.end();
  else res.end(body);
}
