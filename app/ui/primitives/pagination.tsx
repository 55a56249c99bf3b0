import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

interface PaginationProps {
  page: number;
  pages: number;
  /** Address of a page by its number. */
  hrefOf: (page: number) => string;
}

/** Pages as links; nothing when there is one. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useT();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t("shell.pages")}>
      <p>{t("shell.pageOf", { page, pages })}</p>
      {page > 1 && (
        <Link className="btn btn-second" href={hrefOf(page - 1)} rel="prev">
          <Icon of={ChevronLeft} size={20} />
          {t("shell.previous")}
        </Link>
      )}
      {page < pages && (
        <Link className="btn btn-second" href={hrefOf(page + 1)} rel="next">
          {t("shell.next")}
          <Icon of={ChevronRight} size={20} />
        </Link>
      )}
    </nav>
  );
}
