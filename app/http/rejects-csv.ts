import { stringify } from "csv-stringify/sync";
import type { RejectRow } from "#app/domain/feeds/export-rejects.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

const HEAD = [
  "facility",
  "message",
  "received_at",
  "format",
  "state",
  "position",
  "place",
  "code",
  "text_vi",
  "text_en",
];

const words = makeI18n(vi, "vi").t;

/** A cell that a spreadsheet would take for a formula is led by an apostrophe. */
const csv = (lines: (string | number)[][]): string =>
  stringify(lines, { escape_formulas: true, record_delimiter: "windows" });

const line = (row: RejectRow): (string | number)[] => [
  row.facility,
  row.messageId,
  row.receivedAt,
  row.format,
  row.state,
  row.position ?? "",
  row.place,
  row.code,
  row.vi ?? words.maybe("issue", row.code) ?? row.diagnostics,
  row.diagnostics,
];

/** What was refused as a CSV file, written as it is read; UTF-8 with the mark that spreadsheets need. */
export function rejectsCsv(batches: AsyncGenerator<RejectRow[]>, name: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csv([HEAD])}`)),
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csv(value.map(line))));
    },
    cancel: async () => {
      await batches.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
