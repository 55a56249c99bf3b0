import type { ResultKind } from "#app/domain/health-book/result-kinds.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { sectionHref } from "./sections.ts";

const kinds: (ResultKind | undefined)[] = [undefined, "lab", "imaging", "measured", "other"];

/** Which results are listed: all, or of one kind. It stays in the address. */
export function ResultKinds({
  kind,
  showingHidden,
  showingNewest,
}: {
  kind: ResultKind | undefined;
  showingHidden: boolean;
  showingNewest: boolean;
}) {
  const t = useT();
  const hrefOf = (one: ResultKind | undefined) => {
    const query = new URLSearchParams({
      ...(one && { kind: one }),
      ...(showingHidden && { hidden: "show" }),
      ...(showingNewest && { newest: "show" }),
    }).toString();
    return query ? `${sectionHref("results")}?${query}` : sectionHref("results");
  };
  return (
    <nav aria-label={t("result.kinds.label")} className="no-print">
      <ul className="plain kinds">
        {kinds.map((one) => (
          <li key={one ?? "all"}>
            <Link href={hrefOf(one)} aria-current={one === kind ? "page" : undefined}>
              {t(`result.kinds.${one ?? "all"}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
