import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";

/** Providers may keep it an hour; a new key is published a day before it is used. */
const KEPT_SECONDS = 3_600;

/** GET /sign-in/jwks.json: the keys providers check our signatures with, and encrypt for (RFC 7517). */
export const handle: MachineHandler = async (_request, ctx) => {
  const response = json(ctx.rpKeys.publicKeys());
  response.headers.set("Content-Type", "application/jwk-set+json");
  response.headers.set("Cache-Control", `public, max-age=${KEPT_SECONDS}`);
  return response;
};

export const openapi = { responses: { "200": { description: "A JSON Web Key Set with public halves alone." } } };
