import { tableNames } from "../package.ts";
import { listOf3176 } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { resource } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";

/** Rows FHIR says nothing of, each kept by a Basic of its own: the check-in's, and a second summary. */
export function keptRows(context: Context, entries: readonly MappedEntry[]): MappedEntry[] {
  const carried = new Set(entries.map((entry) => entry.source));
  return tableNames.flatMap((table) =>
    context.rows(table).flatMap(({ row, key }) => {
      if (carried.has(row)) return [];
      const elements = {
        code: { coding: [{ system: listOf3176("LOAIHOSO"), code: table }] },
        subject: context.subject,
      };
      return [{ source: row, resource: resource("Basic", context.caseId("kept", ...key), elements) }];
    }),
  );
}
