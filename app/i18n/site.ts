import type { Catalogue } from "./catalogue.ts";
import type { Locale } from "./locale.ts";

/** Whose portal this is, from the settings; the texts hold `%department%`, `%address%`, `%phone%`, `%provider%`. */
export interface Site {
  department: Readonly<Record<Locale, string>>;
  address: string;
  phone: string;
  /** The digital ID offered first, as its button calls it. */
  provider: Readonly<Record<Locale, string>>;
}

const made = new WeakMap<Site, WeakMap<Catalogue, Catalogue>>();

/** The texts of one language with this department's name and numbers in them; made once. */
export function siteCatalogue(texts: Catalogue, locale: Locale, site: Site): Catalogue {
  const ours = made.get(site) ?? new WeakMap();
  made.set(site, ours);
  const known =
    ours.get(texts) ??
    filled(texts, {
      ...site,
      department: site.department[locale],
      provider: site.provider[locale],
    });
  ours.set(texts, known);
  return known;
}

function filled<T>(node: T, values: Record<string, string>): T {
  if (typeof node === "string") return node.replace(/%(\w+)%/g, (whole, name: string) => values[name] ?? whole) as T;
  return Object.fromEntries(
    Object.entries(node as Record<string, unknown>).map(([key, child]) => [key, filled(child, values)]),
  ) as T;
}
