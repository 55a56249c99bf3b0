import type { Express, Request as ExpressRequest, Response as ExpressResponse, NextFunction } from "express";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import { addressKey } from "./address-key.ts";
import { bodyPieces, readBody } from "./body.ts";
import { lingered } from "./linger.ts";
import { errorFields, type Logger } from "./log.ts";
import type { MachineContext, MachineRoute, Transport } from "./machine.ts";
import { machineActor } from "./machine-actor.ts";
import { type RateLimit, rateLimit } from "./rate-limit.ts";
import { errorResponse } from "./respond.ts";

export type MachineBase = Omit<MachineContext, "requestId" | "actor" | "params" | "body" | "pieces" | "routes">;

/** Mounts the machine routes before Remix, which is slow for JSON and takes names ending in `.data` for its own. */
export function mountMachineRoutes(
  app: Express,
  routes: readonly MachineRoute[],
  base: MachineBase,
  logger: Logger,
): void {
  const limit = rateLimit(base.config.limits.calls);
  for (const path of new Set(routes.map((r) => r.path))) {
    const byMethod = new Map(routes.filter((r) => r.path === path).map((r) => [r.method as string, r]));
    app.all(path, (req, res) => {
      res.locals.route = path;
      const route = byMethod.get(req.method === "HEAD" ? "GET" : req.method);
      const answer = route
        ? answerTo(route, req, res, { ...base, routes }, limit, logger)
        : Promise.resolve(wrongMethod(byMethod, res));
      answer
        .then((response) => send(req, res, response))
        .catch((error: Error) => {
          logger.error({ error: error.name }, "an answer could not be sent");
          res.destroy();
        });
    });
  }
  mountNotFound(app);
}

/** Folders of the machine interface: what is not there is said as machines read it, not as a page. */
const FOLDERS: Readonly<Record<string, Transport>> = {
  "/fhir": "fhir",
  "/feeds": "problem",
  "/api": "problem",
  "/hooks": "problem",
  "/ops": "problem",
};

function mountNotFound(app: Express): void {
  for (const [folder, transport] of Object.entries(FOLDERS)) {
    const notFound = (req: ExpressRequest, res: ExpressResponse) => {
      res.locals.route = folder;
      const error = new DomainError("not-found", "no-such-address", "There is nothing at this address.");
      return send(req, res, errorResponse(error, transport, res.locals.requestId));
    };
    app.use(folder, notFound);
    // An address that cannot be decoded is none of ours either.
    app.use(folder, (_error: Error, req: ExpressRequest, res: ExpressResponse, _next: NextFunction) =>
      notFound(req, res),
    );
  }
}

async function answerTo(
  route: MachineRoute,
  req: ExpressRequest,
  res: ExpressResponse,
  base: MachineBase & Pick<MachineContext, "routes">,
  limit: RateLimit,
  logger: Logger,
): Promise<Response> {
  const { requestId } = res.locals;
  try {
    const actor =
      route.access === "public"
        ? ({ kind: "anonymous" } as const)
        : await machineActor(req.headers, base, route.access.scope);
    if (actor.kind === "machine") res.locals.facility = actor.facilityId;
    await limit.take(actor.kind === "machine" ? actor.clientId : addressKey(req.ip));
    const { handle } = await route.load();
    const url = new URL(req.originalUrl, base.config.publicOrigin);
    return await handle(
      { method: req.method, headers: req.headers, url },
      {
        ...base,
        requestId,
        actor,
        params: req.params,
        body: (most) => readBody(req, most),
        pieces: (most) => bodyPieces(req, most),
      },
    );
  } catch (error) {
    if (!isDomainError(error))
      logger.error({ requestId, route: route.path, ...errorFields(error) }, "unexpected error");
    return errorResponse(await counted(error, limit, req), route.transport, requestId);
  }
}

/** Refused tokens count by address, or trying them would cost nothing. */
async function counted(error: unknown, limit: RateLimit, req: ExpressRequest): Promise<unknown> {
  if (!isDomainError(error) || error.kind !== "unauthenticated") return error;
  return limit.take(`refused ${addressKey(req.ip)}`).then(
    () => error,
    (tooMany: unknown) => tooMany,
  );
}

function wrongMethod(byMethod: Map<string, MachineRoute>, res: ExpressResponse): Response {
  const [first] = byMethod.values();
  const taken = [...byMethod.keys()].join(", ");
  const error = new DomainError("wrong-method", "method-not-allowed", `This address takes ${taken}.`);
  const response = errorResponse(error, first?.transport ?? "problem", res.locals.requestId);
  response.headers.set("Allow", taken);
  return response;
}

async function send(req: ExpressRequest, res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status);
  for (const [name, value] of response.headers) res.setHeader(name, value);
  const body = Buffer.from(await response.arrayBuffer());
  res.setHeader("Content-Length", body.byteLength);
  if (req.method !== "HEAD") res.write(body);
  if (!req.complete) await lingered(req);
  res.end();
}
