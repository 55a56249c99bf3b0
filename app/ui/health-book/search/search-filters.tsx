import X from "lucide-react/icons/x";
import type { SearchPageView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "../../primitives/icon.tsx";
import { Link } from "../../primitives/link.tsx";
import { searchHref } from "./search-href.ts";

/** What the list is narrowed by, each with the way to leave it out. */
export function SearchFilters({ view: { search, facilities, showingHidden } }: { view: SearchPageView }) {
  const t = useT();
  const { section, facilityId, year, isNew } = search;
  const facility = facilities.find((one) => one.facilityId === facilityId)?.facility;
  const set = [
    ...(isNew ? [{ label: t("search.onlyNew"), without: { isNew: false } }] : []),
    ...(section ? [{ label: t(`section.title.${section}`), without: { section: undefined } }] : []),
    ...(facilityId ? [{ label: facility ?? t("search.otherFacility"), without: { facilityId: undefined } }] : []),
    ...(year === undefined ? [] : [{ label: String(year), without: { year: undefined } }]),
  ];
  if (set.length === 0) return null;
  return (
    <nav className="chips no-print" aria-label={t("search.narrowed")}>
      {set.map(({ label, without }) => (
        <Link key={label} className="chip" href={searchHref({ ...search, ...without, page: 1 }, showingHidden)}>
          {t("search.without", { label })}
          <Icon of={X} size={20} />
        </Link>
      ))}
    </nav>
  );
}
