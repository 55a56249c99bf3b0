/** `?hidden=show`: the person asks to see what they have hidden. */
export const showsHidden = (url: URL): boolean => url.searchParams.get("hidden") === "show";

/** `?newest=show`: the reader asks to see the newest results, which they have chosen to fold. */
export const showsNewest = (url: URL): boolean => url.searchParams.get("newest") === "show";

/** `?page=`, from 1; anything else is the first page. */
export function pageNumber(url: URL): number {
  const page = Number(url.searchParams.get("page") ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
