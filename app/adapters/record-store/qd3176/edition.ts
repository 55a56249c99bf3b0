import type { CasePackage } from "./package.ts";
import type { RowsByTable } from "./read-rows.ts";

type Edition = CasePackage["edition"];

/** In force from; the forms differ so little that the day a package was made says more than its fields. */
const SINCE: readonly (readonly [string, Edition])[] = [
  ["2026-07-01", "1931"],
  ["2025-01-01", "3176"],
  ["2024-07-01", "4750"],
];

/**
 * The decision a package follows: QĐ 1931 when a `MUC_HUONG` has more than 3 characters or it was made since 1 July 2026,
 * otherwise the one in force on `day` ("2026-11-21"; the end of the visit when the package has no day); else QĐ 130.
 */
export function editionOf(day: string | undefined, rows: RowsByTable): Edition {
  const wide = (["XML2", "XML3"] as const).some((table) =>
    rows.get(table)?.some(({ fields }) => (fields.MUC_HUONG?.length ?? 0) > 3),
  );
  if (wide) return "1931";
  return SINCE.find(([since]) => day !== undefined && day >= since)?.[1] ?? "130";
}
