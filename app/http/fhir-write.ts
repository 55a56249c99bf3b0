import type { IncomingMessage } from "node:http";
import type { Interaction } from "#app/domain/feeds/receive-message.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { MachineContext } from "./machine.ts";
import { fhir } from "./respond.ts";

export const MAX_FHIR_BYTES = 16 * 1_048_576;
export const FHIR_JSON = /^application\/(fhir\+json|json)\s*(;\s*(charset="?utf-8"?|fhirVersion="?4\.0"?)\s*)*$/i;

interface Request {
  headers: IncomingMessage["headers"];
  url: URL;
}

/**
 * A write of one resource (R4 http.html: create, update, delete, each also conditional), handed on as the
 * delivery of one entry that it is. @throws DomainError for what is no address, no token or no FHIR.
 */
export async function writeOne(
  request: Request,
  ctx: MachineContext,
  method: Interaction["method"],
): Promise<Response> {
  const { actor, params } = ctx;
  if (actor.kind !== "machine")
    throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
  const url = addressOf(params, method, request.url.search);
  if (method !== "DELETE" && !FHIR_JSON.test(request.headers["content-type"] ?? ""))
    throw new DomainError(
      "unsupported",
      "content-type",
      "Send the resource as application/fhir+json (FHIR R4) in UTF-8.",
    );
  const bytes = method === "DELETE" ? new Uint8Array() : await ctx.body(MAX_FHIR_BYTES);
  const interaction = {
    method,
    url,
    ifMatch: header(request, "if-match"),
    ifNoneExist: header(request, "if-none-exist"),
  };
  const { facilityId, clientId } = actor;
  const answer = await ctx.feed.receive({
    facilityId,
    channel: "api",
    clientId,
    bytes,
    allowSingle: false,
    interaction,
  });
  const { location, etag, lastModified } = answer.version ?? {};
  const origin = ctx.config.publicOrigin;
  const headers: Record<string, string> = {
    ...(etag ? { ETag: etag } : {}),
    ...(lastModified ? { "Last-Modified": new Date(lastModified).toUTCString() } : {}),
    ...(location && method !== "DELETE" ? { Location: `${origin}/fhir/${location}` } : {}),
    ...(answer.state === "quarantined" ? { Location: `${origin}/api/v1/messages/${answer.messageId}` } : {}),
  };
  return written(request, answer.status, answer.body, headers);
}

/** `Prefer: return=minimal` asks for no body; a 204 has none unless one is asked for. */
function written(
  request: Request,
  status: number,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const prefer = header(request, "prefer") ?? "";
  const told = /(?:^|[;,\s])return=OperationOutcome\b/.test(prefer);
  if (status < 300 && status !== 202 && (/return=minimal\b/.test(prefer) || (status === 204 && !told)))
    return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
  return fhir(body, status === 204 ? 200 : status, headers);
}

function addressOf({ type = "", id }: MachineContext["params"], method: string, query: string): string {
  if (!/^[A-Z][A-Za-z]{1,63}$/.test(type))
    throw new DomainError("not-found", "no-such-type", "There is no such resource type.");
  if (id !== undefined) {
    if (!/^[A-Za-z0-9\-.]{1,64}$/.test(id))
      throw new DomainError("invalid", "id-form", "An id is 1 to 64 letters, digits, hyphens and dots.");
    return `${type}/${id}`;
  }
  if (method === "POST") return type;
  if (query.length < 2)
    throw new DomainError(
      "invalid",
      "condition-form",
      `${method} needs an id, or a condition ?identifier=system|value.`,
    );
  return `${type}${query}`;
}

function header({ headers }: Request, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}
