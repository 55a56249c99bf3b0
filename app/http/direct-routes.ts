import { createRequestHandler } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { readBody } from "./body.ts";
import type { PageContext } from "./load-context.ts";
import type { Built } from "./small-page.ts";

/** Addresses that answer a browser without a page, and by which method; the module is the same that Remix would ask. */
const DIRECT: Readonly<Record<string, { route: string; part: "loader" | "action" }>> = {
  "POST /sign-in": { route: "routes/auth/sign-in", part: "action" },
  "GET /sign-in/callback": { route: "routes/auth/callback", part: "loader" },
  "GET /sign-in/wait": { route: "routes/auth/wait", part: "loader" },
  "POST /sign-in/stay": { route: "routes/auth/stay", part: "action" },
};

/** Providers other than the first kind have an address of their own each. */
const ANSWER = /^GET \/sign-in\/callback\/[a-z0-9-]{1,32}$/;

function directOf(asked: string): (typeof DIRECT)[string] | undefined {
  if (Object.hasOwn(DIRECT, asked)) return DIRECT[asked];
  return ANSWER.test(asked) ? DIRECT["GET /sign-in/callback"] : undefined;
}

const MOST_BYTES = 262_144;

/**
 * The steps of a sign-in, asked of their modules themselves: finding them through Remix costs as much as they do, and
 * thirty a second come. Whatever else an address may be (`.data`, other spellings) stays Remix's.
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
      const work = async () => ask({ request: await requestOf(req, context), params: {}, context });
      await send(res, await answered(work).catch((error: unknown) => failed(error, context)));
    } catch (error) {
      next(error);
    }
  };
}

/** An address no page has: what failed is thrown there again, so that its page is the one every error leads to. */
const NOWHERE = "/failed";

function failurePage(build: Built): (error: unknown, context: PageContext) => Promise<Response> {
  return async (error, context) => {
    const render = createRequestHandler(typeof build === "function" ? await build() : build);
    const request = new Request(new URL(NOWHERE, context.config.publicOrigin));
    return render(request, { ...context, failed: { error } });
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

async function send(res: ExpressResponse, answer: Response): Promise<void> {
  res.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") res.setHeader(name, value);
  for (const line of answer.headers.getSetCookie()) res.append("Set-Cookie", line);
  const body = Buffer.from(await answer.arrayBuffer());
  if (body.byteLength === 0) res.end();
  else res.end(body);
}
