import type { Search } from "#app/domain/health-book/search-input.ts";

type Asked = Partial<Omit<Search, "page">> & { page?: number };

/** The address of a search: what is left out is not narrowed by. */
export function searchHref({ text, section, facilityId, year, isNew, page }: Asked, showingHidden = false): string {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  if (section) query.set("kind", section);
  if (facilityId) query.set("facility", facilityId);
  if (year !== undefined) query.set("year", String(year));
  if (isNew) query.set("new", "1");
  if (page !== undefined && page > 1) query.set("page", String(page));
  if (showingHidden) query.set("hidden", "show");
  const asked = query.toString();
  return asked === "" ? "/book/search" : `/book/search?${asked}`;
}
