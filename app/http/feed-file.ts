import type { IncomingMessage } from "#app/domain/feeds/receive-message.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { MachineHandler } from "./machine.ts";
import { json } from "./respond.ts";

const MAX_FILE_BYTES = 16 * 1_048_576;

export interface FeedFile {
  format: NonNullable<IncomingMessage["format"]>;
  /** Content types it may come as. */
  types: RegExp;
  /** The one to be told about. */
  type: string;
  /** For the OpenAPI document: what the body is. */
  body: string;
}

/** A call that takes a file of the client's facility and answers row by row. */
export const feedFileHandler =
  ({ format, types, type }: FeedFile): MachineHandler =>
  async (request, ctx) => {
    if (!types.test(request.headers["content-type"] ?? ""))
      throw new DomainError("unsupported", "content-type", `Send the file as ${type} in UTF-8.`);
    if (ctx.actor.kind !== "machine")
      throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
    const bytes = await ctx.body(MAX_FILE_BYTES);
    const { facilityId, clientId } = ctx.actor;
    const answer = await ctx.feed.receive({ facilityId, channel: "api", format, clientId, bytes, allowSingle: false });
    const location = { Location: `${ctx.config.publicOrigin}/api/v1/messages/${answer.messageId}` };
    return json(answer.body, { status: answer.status, headers: answer.state === "quarantined" ? location : {} });
  };

const counted = { type: "integer", minimum: 0 };
const text = { type: "string" };
const issue = {
  type: "object",
  required: ["severity", "code", "vi", "en"],
  properties: {
    severity: { enum: ["error", "warning", "information"] },
    code: text,
    table: text,
    row: { type: "integer", description: "Row of the file, from 1, headings not counted; of forms, which form." },
    field: text,
    vi: text,
    en: text,
  },
};
const answer = {
  type: "object",
  description:
    "What became of one person's part. A file about several persons is answered with `cases`, one such answer for each.",
  properties: {
    state: { enum: ["accepted", "partly_accepted", "rejected", "quarantined"] },
    messageId: { type: "string", format: "uuid" },
    replay: { type: "boolean", description: "The same bytes were taken before; nothing changed." },
    counts: {
      type: "object",
      properties: { accepted: counted, unchanged: counted, rejected: counted, warnings: counted },
    },
    tables: {
      type: "array",
      items: {
        type: "object",
        properties: {
          table: { enum: ["TIEMCHUNG", "F831"] },
          rows: counted,
          accepted: counted,
          warned: counted,
          refused: counted,
          issues: { type: "array", items: issue },
        },
      },
    },
    entries: { type: "object", properties: { written: counted, unchanged: counted, withdrawn: counted } },
  },
};
const answered = { "application/json": { schema: answer } };

/** What the OpenAPI document says of such a call. */
export const feedFileOpenapi = ({ type, body }: FeedFile) => ({
  requestBody: { required: true, content: { [type]: { schema: { type: "string", description: body } } } },
  responses: {
    "200": { description: "Committed and readable now; a replay is answered alike.", content: answered },
    "202": { description: "Kept; whose record it is waits for an operator.", content: answered },
    "400": { description: "Not UTF-8, or no file of this kind.", content: answered },
    "413": { description: "Larger than 16 MB, or about more than 500 persons.", content: answered },
    "422": { description: "Nothing in it can be taken.", content: answered },
  },
});
