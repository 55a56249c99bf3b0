import { feedAnswer } from "#app/http/feed-answer.ts";
import { feedFileHandler } from "#app/http/feed-file.ts";
import { sequenceHeader } from "#app/http/feed-sequence.ts";

/** POST /feeds/qd3176: a package of QĐ 130 → 4750 → 3176 → 1931 of the client's facility. */
export const handle = feedFileHandler({
  format: "qd3176-xml",
  types: /^(?:application|text)\/xml\s*(;\s*charset="?utf-8"?\s*)?$/i,
  type: "application/xml",
  what: "package",
  numbered: true,
});

const text = { type: "string" };
const answer = feedAnswer({
  description: "What became of the package; with several cases in one file, `cases` holds one such answer for each.",
  table: text,
  issue: {
    table: { type: "string", description: "XML0 … XML15" },
    row: { type: "integer", description: "Record within the table, from 1." },
    field: { type: "string", description: "Field name of the standard." },
  },
  more: (issue) => ({
    case: {
      type: "object",
      properties: { MA_LK: text, MA_CSKCB: text, NGAYLAP: text, edition: { enum: ["130", "4750", "3176", "1931"] } },
    },
    issues: { type: "array", items: issue },
  }),
});
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
