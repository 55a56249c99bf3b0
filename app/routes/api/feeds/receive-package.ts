import { sequenceHeader, sequenceOf } from "#app/http/feed-sequence.ts";
import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";
import { DomainError } from "#app/shared/errors.ts";

const MAX_PACKAGE_BYTES = 16 * 1_048_576;

const TYPES = /^(?:application|text)\/xml\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** POST /feeds/qd3176: a package of QĐ 130 → 4750 → 3176 → 1931 of the client's facility. */
export const handle: MachineHandler = async (request, ctx) => {
  if (!TYPES.test(request.headers["content-type"] ?? ""))
    throw new DomainError("unsupported", "content-type", "Send the package as application/xml in UTF-8.");
  if (ctx.actor.kind !== "machine")
    throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
  const bytes = await ctx.body(MAX_PACKAGE_BYTES);
  const { facilityId, clientId } = ctx.actor;
  const answer = await ctx.feed.receive({
    facilityId,
    channel: "api",
    format: "qd3176-xml",
    clientId,
    bytes,
    allowSingle: false,
    sequence: sequenceOf(request.headers),
  });
  const location = { Location: `${ctx.config.publicOrigin}/api/v1/messages/${answer.messageId}` };
  return json(answer.body, { status: answer.status, headers: answer.state === "quarantined" ? location : {} });
};

const counted = { type: "integer", minimum: 0 };
const issue = {
  type: "object",
  required: ["severity", "code", "vi", "en"],
  properties: {
    severity: { enum: ["error", "warning", "information"] },
    code: { type: "string" },
    table: { type: "string", description: "XML0 … XML15" },
    row: { type: "integer", description: "Record within the table, from 1." },
    field: { type: "string", description: "Field name of the standard." },
    vi: { type: "string" },
    en: { type: "string" },
  },
};
const answer = {
  type: "object",
  description: "What became of the package; with several cases in one file, `cases` holds one such answer for each.",
  properties: {
    state: { enum: ["accepted", "partly_accepted", "rejected", "quarantined"] },
    messageId: { type: "string", format: "uuid" },
    replay: { type: "boolean", description: "The same bytes were taken before; nothing changed." },
    counts: {
      type: "object",
      properties: { accepted: counted, unchanged: counted, rejected: counted, warnings: counted },
    },
    case: {
      type: "object",
      properties: {
        MA_LK: { type: "string" },
        MA_CSKCB: { type: "string" },
        NGAYLAP: { type: "string" },
        edition: { enum: ["130", "4750", "3176", "1931"] },
      },
    },
    tables: {
      type: "array",
      items: {
        type: "object",
        properties: {
          table: { type: "string" },
          rows: counted,
          accepted: counted,
          warned: counted,
          refused: counted,
          issues: { type: "array", items: issue },
        },
      },
    },
    issues: { type: "array", items: issue },
    entries: { type: "object", properties: { written: counted, unchanged: counted, withdrawn: counted } },
  },
};
const answered = { "application/json": { schema: answer } };

export const openapi = {
  parameters: [sequenceHeader],
  requestBody: {
    required: true,
    content: {
      "application/xml": {
        schema: {
          type: "string",
          description:
            "Envelope GIAMDINHHS with tables XML0–XML15, base64 or inline, of one case (MA_LK); at most 16 MB. A newer package (NGAYLAP, then receipt) replaces the whole earlier one of the same MA_CSKCB and MA_LK.",
        },
      },
    },
  },
  responses: {
    "200": { description: "Committed and readable now; a replay is answered alike.", content: answered },
    "202": {
      description: "The bytes are kept; whose record it is waits for an operator. Location names the message.",
      content: answered,
    },
    "400": { description: "Not XML, not UTF-8, with a DOCTYPE or entities, or no package.", content: answered },
    "413": { description: "Larger than 16 MB, or too many rows.", content: answered },
    "422": { description: "A package that cannot be taken: no MA_LK, another facility's.", content: answered },
  },
};
