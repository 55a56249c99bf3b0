/** Address of the page that says why something is not in the book. */
export function whyHref({ facilityId, kind }: { facilityId?: string; kind?: string }): string {
  const query = new URLSearchParams();
  if (facilityId !== undefined) query.set("facility", facilityId);
  if (kind !== undefined) query.set("kind", kind);
  return query.size === 0 ? "/book/sources/why" : `/book/sources/why?${query}`;
}
