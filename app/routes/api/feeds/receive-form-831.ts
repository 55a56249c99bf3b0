import { type FeedFile, feedFileHandler, feedFileOpenapi } from "#app/http/feed-file.ts";

const file: FeedFile = {
  format: "form-831-json",
  type: "application/json",
  types: /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i,
  body: "One personal health-management record (Form 831, Decision 831/QĐ-BYT), or a list of them, with the field names of docs/sources.md; at most 16 MB and 500 persons.",
};

/** POST /feeds/form-831: personal health-management records, of the client's facility. */
export const handle = feedFileHandler(file);

export const openapi = feedFileOpenapi(file);
