import { readOwnMessage } from "#app/domain/feeds/read-own-message.ts";
import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";
import { DomainError } from "#app/shared/errors.ts";

/** GET /api/v1/messages/:id: what became of a delivery of the client's own facility. */
export const handle: MachineHandler = async (_request, ctx) => {
  if (ctx.actor.kind !== "machine")
    throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
  return json(await readOwnMessage({ db: ctx.db }, { facilityId: ctx.actor.facilityId, id: ctx.params.id ?? "" }));
};

export const openapi = {
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
  responses: {
    "200": { description: "State, counts and issues of the delivery." },
    "404": { description: "No such delivery of this facility." },
  },
};
