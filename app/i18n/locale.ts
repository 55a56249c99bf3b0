/** The languages of the portal, the first being the source. */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "vi";

/** Each language's name in itself. */
export const localeNames: Readonly<Record<Locale, string>> = { vi: "Tiếng Việt", en: "English" };

export const isLocale = (value: unknown): value is Locale => value === "vi" || value === "en";

export const otherLocale = (locale: Locale): Locale => (locale === "vi" ? "en" : "vi");

/** The same address in another language: keeps the path and the rest of the query. */
export function inLocale(path: string, locale: Locale): string {
  const at = new URL(path, "http://portal.invalid");
  at.searchParams.set("lang", locale);
  return `${at.pathname}${at.search}`;
}
