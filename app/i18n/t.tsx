import { createContext, Fragment, type ReactNode, useContext, useMemo } from "react";
import type { Catalogue, MessageKey, Placeholder } from "./catalogue.ts";
import { type Format, makeFormat } from "./format.ts";
import type { Locale } from "./locale.ts";
import { makeTranslate, type Translate } from "./translate.ts";

/** The language of a page: its texts and its ways of writing dates and numbers. */
export interface I18n {
  locale: Locale;
  t: Translate;
  f: Format;
}

const Context = createContext<I18n | undefined>(undefined);

const translators = new WeakMap<Catalogue, Translate>();

function translatorOf(catalogue: Catalogue, locale: Locale): Translate {
  const known = translators.get(catalogue);
  if (known) return known;
  const made = makeTranslate(catalogue, locale);
  translators.set(catalogue, made);
  return made;
}

/** One language ready for use, outside React too (titles of pages, mails). */
export function makeI18n(catalogue: Catalogue, locale: Locale, now?: string): I18n {
  const t = translatorOf(catalogue, locale);
  return { locale, t, f: makeFormat(locale, t, now) };
}

interface ProviderProps {
  locale: Locale;
  catalogue: Catalogue;
  /** The moment the page was made, the same on server and browser. */
  now: string;
  children: ReactNode;
}

/** Gives everything below it its language. */
export function I18nProvider({ locale, catalogue, now, children }: ProviderProps) {
  const value = useMemo(() => makeI18n(catalogue, locale, now), [catalogue, locale, now]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useI18n(): I18n {
  const found = useContext(Context);
  if (!found) throw new Error("I18nProvider is missing above this component.");
  return found;
}

export const useT = (): Translate => useI18n().t;

interface RichProps<K extends MessageKey> {
  id: K;
  values: Record<Placeholder<K>, ReactNode>;
  n?: number;
}

/** A message whose placeholders are elements: the sentence stays whole in the catalogue. */
export function Rich<K extends MessageKey>({ id, values, n }: RichProps<K>) {
  const parts = useT()
    .raw(id, n)
    .split(/\{(\w+)\}/);
  // Odd places are placeholder names; they do not move, so the place is the key.
  return parts.map((part, at) => {
    const key = `${at}`;
    return <Fragment key={key}>{at % 2 ? values[part as Placeholder<K>] : part}</Fragment>;
  });
}
