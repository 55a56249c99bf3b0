import type { ItemBase } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { versionsHref } from "./sections.ts";

/** The way to what an item said before it was corrected. */
export function EarlierLink({ of }: { of: Pick<ItemBase, "id" | "hidden" | "earlier"> }) {
  const t = useT();
  if (!of.earlier) return null;
  return (
    <span className="src-more">
      <Link href={versionsHref(of.id, of.hidden)}>{t("versions.earlier", { n: of.earlier })}</Link>
    </span>
  );
}
