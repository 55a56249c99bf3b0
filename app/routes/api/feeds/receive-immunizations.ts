import { type FeedFile, feedFileHandler, feedFileOpenapi } from "#app/http/feed-file.ts";

const file: FeedFile = {
  format: "immunization-csv",
  type: "text/csv",
  types: /^(?:text|application)\/csv\s*(;.*)?$/i,
  body: "Export of the immunisation register, one vaccination a row: UTF-8 with or without its mark, parted by ; , or tab, headings in Vietnamese with or without marks (docs/sources.md); at most 16 MB and 500 persons.",
};

/** POST /feeds/immunizations: rows of the immunisation register, of the client's facility. */
export const handle = feedFileHandler(file);

export const openapi = feedFileOpenapi(file);
