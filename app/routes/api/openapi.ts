import type { MachineHandler } from "#app/http/machine.ts";
import { openapiDocument } from "#app/http/openapi.ts";
import { json } from "#app/http/respond.ts";

/** GET /api/openapi.json, made from the route table and what each route says of itself. */
export const handle: MachineHandler = async (_request, ctx) =>
  json(await openapiDocument(ctx.routes, ctx.config.publicOrigin));

export const openapi = { responses: { "200": { description: "This document." } } };
