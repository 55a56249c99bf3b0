import type { IncomingMessage } from "#app/domain/feeds/receive-message.ts";
import { DomainError } from "#app/shared/errors.ts";
import { feedAnswer } from "./feed-answer.ts";
import { sequenceOf } from "./feed-sequence.ts";
import type { MachineHandler } from "./machine.ts";
import { json } from "./respond.ts";

const MAX_FILE_BYTES = 16 * 1_048_576;

interface FeedCall {
  format: NonNullable<IncomingMessage["format"]>;
  /** Content types it may come as. */
  types: RegExp;
  /** The one to be told about. */
  type: string;
  /** What is sent, where that is no plain file. */
  what?: string;
  /** Senders may number what they send. */
  numbered?: boolean;
}

export interface FeedFile extends FeedCall {
  /** For the OpenAPI document: what the body is. */
  body: string;
}

/** A call that takes a file of the client's facility and answers row by row. */
export const feedFileHandler =
  ({ format, types, type, what = "file", numbered = false }: FeedCall): MachineHandler =>
  async (request, ctx) => {
    if (!types.test(request.headers["content-type"] ?? ""))
      throw new DomainError("unsupported", "content-type", `Send the ${what} as ${type} in UTF-8.`);
    if (ctx.actor.kind !== "machine")
      throw new DomainError("unauthenticated", "token-missing", "This call needs a bearer token from /oauth/token.");
    const bytes = await ctx.body(MAX_FILE_BYTES);
    const { facilityId, clientId } = ctx.actor;
    const answer = await ctx.feed.receive({
      facilityId,
      channel: "api",
      format,
      clientId,
      bytes,
      allowSingle: false,
      sequence: numbered ? sequenceOf(request.headers) : undefined,
    });
    const location = { Location: `${ctx.config.publicOrigin}/api/v1/messages/${answer.messageId}` };
    return json(answer.body, { status: answer.status, headers: answer.state === "quarantined" ? location : {} });
  };

const answer = feedAnswer({
  description:
    "What became of one person's part. A file about several persons is answered with `cases`, one such answer for each.",
  table: { enum: ["TIEMCHUNG", "F831"] },
  issue: {
    row: { type: "integer", description: "Row of the file, from 1, headings not counted; of forms, which form." },
  },
});
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
