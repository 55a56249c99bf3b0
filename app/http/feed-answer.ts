interface Told {
  description: string;
  /** Names a table may have. */
  table: object;
  /** What is to be said of an issue's place. */
  issue: { table?: object; row: object; field?: object };
  /** What stands beside the tables. */
  more?(issue: object): object;
}

const counted = { type: "integer", minimum: 0 };
const text = { type: "string" };

/** For the OpenAPI document: the answer to a delivery of tables, row by row, in both languages. */
export function feedAnswer({ description, table, issue: place, more }: Told) {
  const issue = {
    type: "object",
    required: ["severity", "code", "vi", "en"],
    properties: {
      severity: { enum: ["error", "warning", "information"] },
      code: text,
      table: text,
      field: text,
      ...place,
      vi: text,
      en: text,
    },
  };
  const issues = { type: "array", items: issue };
  const row = { table, rows: counted, accepted: counted, warned: counted, refused: counted, issues };
  return {
    type: "object",
    description,
    properties: {
      state: { enum: ["accepted", "partly_accepted", "rejected", "quarantined"] },
      messageId: { type: "string", format: "uuid" },
      replay: { type: "boolean", description: "The same bytes were taken before; nothing changed." },
      counts: {
        type: "object",
        properties: { accepted: counted, unchanged: counted, rejected: counted, warnings: counted },
      },
      tables: { type: "array", items: { type: "object", properties: row } },
      entries: { type: "object", properties: { written: counted, unchanged: counted, withdrawn: counted } },
      ...more?.(issue),
    },
  };
}
