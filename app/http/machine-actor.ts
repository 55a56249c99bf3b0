import type { IncomingMessage } from "node:http";
import { verifyToken } from "#app/adapters/signing/verify-token.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { clientInUse } from "#app/domain/clients/find-client.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { MachineContext } from "./machine.ts";

/** The machine client of a bearer token, with the scope a route needs. @throws DomainError 401, 403. */
export async function machineActor(
  headers: IncomingMessage["headers"],
  ctx: Pick<MachineContext, "config" | "db" | "tokenKeys" | "now">,
  scope: string,
): Promise<Extract<Actor, { kind: "machine" }>> {
  const token = /^Bearer ([^\s]+)$/.exec(headers.authorization ?? "")?.[1];
  if (!token)
    throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
  const origin = ctx.config.publicOrigin;
  const verified = await verifyToken(token, {
    issuer: `${origin}/oauth`,
    audience: `${origin}/fhir`,
    type: "at+jwt",
    algorithms: ["ES256"],
    keys: ctx.tokenKeys,
  });
  if (!verified.valid)
    throw new DomainError(
      "unauthenticated",
      `token-${verified.why}`,
      `The token is refused (${verified.why}). Fetch a new one from /oauth/token.`,
    );
  const { client_id: clientId, facility_id: facilityId, scope: granted } = verified.claims;
  if (typeof clientId !== "string" || typeof facilityId !== "string")
    throw new DomainError("unauthenticated", "token-claims", "The token names no client and facility.");
  const scopes = typeof granted === "string" ? granted.split(" ") : [];
  if (!scopes.includes(scope))
    throw new DomainError("forbidden", "scope-missing", `This call needs the scope ${scope}.`);
  if (!(await clientInUse(ctx, clientId)))
    throw new DomainError("unauthenticated", "client-suspended", "This client is suspended.");
  return { kind: "machine", clientId, facilityId, scopes };
}
