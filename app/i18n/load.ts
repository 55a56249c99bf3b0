import type { Catalogue } from "./catalogue.ts";
import type { Locale } from "./locale.ts";

/** One language, as its own chunk: a browser never loads both. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  if (locale === "en") return (await import("./en.ts")).en;
  return (await import("./vi.ts")).vi;
}
