import type { NewestView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../../primitives/link.tsx";
import { Notice } from "../../primitives/notice.tsx";

interface NewestNoteProps {
  of: NewestView | undefined;
  /** The page they would show on; empty for the page itself. */
  href?: string;
}

/** To who folds the newest results: how many there are, and the way to see them now. */
export function NewestNote({ of, href = "" }: NewestNoteProps) {
  const t = useT();
  if (!of || (of.hidden === 0 && !of.showing)) return null;
  return (
    <div className="no-print">
      <Notice tone="hidden">
        <p>{of.showing ? t("newest.showing") : t("newest.hidden", { n: of.hidden })}</p>
        <p>
          {of.showing ? (
            <Link href={href || "?"}>{t("newest.hideAgain")}</Link>
          ) : (
            <Link href={`${href}?newest=show`}>{t("newest.show")}</Link>
          )}{" "}
          · <Link href="/book/newest">{t("newest.change")}</Link>
        </p>
      </Notice>
    </div>
  );
}
