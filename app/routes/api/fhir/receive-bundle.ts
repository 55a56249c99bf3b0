import { sequenceHeader, sequenceOf } from "#app/http/feed-sequence.ts";
import { FHIR_JSON, MAX_FHIR_BYTES } from "#app/http/fhir-write.ts";
import type { MachineHandler } from "#app/http/machine.ts";
import { fhir, json } from "#app/http/respond.ts";
import { DomainError } from "#app/shared/errors.ts";

const MAX_NDJSON_BYTES = 64 * 1_048_576;
const NDJSON = /^application\/(fhir\+ndjson|ndjson|x-ndjson)\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** POST /fhir: one transaction, batch or document Bundle of the client's facility, or many resources as NDJSON. */
export const handle: MachineHandler = async (request, ctx) => {
  const type = request.headers["content-type"] ?? "";
  if (!FHIR_JSON.test(type) && !NDJSON.test(type))
    throw new DomainError(
      "unsupported",
      "content-type",
      "Send a Bundle as application/fhir+json, or resources as application/fhir+ndjson (FHIR R4), in UTF-8.",
    );
  if (ctx.actor.kind !== "machine")
    throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
  const { facilityId, clientId } = ctx.actor;
  if (NDJSON.test(type))
    return json(await ctx.feed.receiveLines({ facilityId, channel: "api", clientId }, ctx.pieces(MAX_NDJSON_BYTES)));
  const bytes = await ctx.body(MAX_FHIR_BYTES);
  const sequence = sequenceOf(request.headers);
  const answer = await ctx.feed.receive({ facilityId, channel: "api", clientId, bytes, allowSingle: false, sequence });
  const location = { Location: `${ctx.config.publicOrigin}/api/v1/messages/${answer.messageId}` };
  return fhir(answer.body, answer.status, answer.state === "quarantined" ? location : {});
};

export const openapi = {
  parameters: [sequenceHeader],
  requestBody: {
    required: true,
    content: {
      "application/fhir+json": {
        schema: {
          type: "object",
          description:
            "FHIR R4 Bundle of type transaction, batch or document, about one person; at most 16 MB and 5,000 entries.",
        },
      },
      "application/fhir+ndjson": {
        schema: {
          type: "string",
          description:
            "A FHIR R4 resource or Bundle a line, at most 64 MB; a line at most 16 MB. Lines about one person become one delivery; the answer (application/json) says of each group what became of it, with the line of each issue.",
        },
      },
    },
  },
  responses: {
    "200": {
      description:
        "Committed and readable now; a replay is answered alike. Bundle of type transaction-response or batch-response, an outcome per entry.",
    },
    "202": { description: "The bytes are kept; whose record it is waits for an operator. Location names the message." },
    "400": {
      description:
        "Not JSON, nested too deep, or an entry without its FHIR form. OperationOutcome; nothing is kept but the reject.",
    },
    "409": { description: "A version that is already here with other content." },
    "412": { description: "If-Match or a conditional create does not hold." },
    "413": { description: "Larger than 16 MB or 5,000 entries; send NDJSON, or load it with the import command." },
    "422": {
      description:
        "JSON and FHIR, but not something that can be taken: no Patient, two Patients, another FHIR release.",
    },
  },
};
