import type { Catalogue, GroupKey, MessageKey, Placeholder } from "./catalogue.ts";
import { groupDigits } from "./format/numbers.ts";
import type { Locale } from "./locale.ts";

type Values<K extends MessageKey, V> = [Placeholder<K>] extends [never] ? [] : [values: Record<Placeholder<K>, V>];

/** Looks messages up. Keys, placeholders and their presence are checked by the compiler. */
export interface Translate {
  <K extends MessageKey>(key: K, ...values: Values<K, string | number>): string;
  /** The word for a code from outside; `undefined` when the catalogue does not know it. */
  maybe(group: GroupKey, code: string | undefined): string | undefined;
  /** The text before its placeholders are filled, for messages that hold elements. */
  raw(key: MessageKey, n?: number): string;
}

type Forms = { readonly one?: string; readonly many: string };
type Tree = string | Forms | { readonly [key: string]: Tree };

const isForms = (node: object): node is Forms => typeof (node as Forms).many === "string";

function flatten(node: Tree, path: string, into: Map<string, string | Forms>): Map<string, string | Forms> {
  if (typeof node === "string" || isForms(node)) return into.set(path, node);
  for (const [key, child] of Object.entries(node)) flatten(child, path ? `${path}.${key}` : key, into);
  return into;
}

/** Puts values into `{placeholders}`; counts get their digits grouped. */
export function fill(text: string, values: Record<string, string | number>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? groupDigits(value, locale) : value;
  });
}

/** A translator for one language; made once per catalogue, as it flattens it. */
export function makeTranslate(catalogue: Catalogue, locale: Locale): Translate {
  const texts = flatten(catalogue, "", new Map());
  const plural = new Intl.PluralRules(locale);
  const raw = (key: string, n?: number): string => {
    const found = texts.get(key);
    if (found === undefined) return key;
    if (typeof found === "string") return found;
    return (n !== undefined && plural.select(n) === "one" && found.one) || found.many;
  };
  const translate = (key: string, values?: Record<string, string | number>): string => {
    if (!values) return raw(key);
    return fill(raw(key, Number(values.n)), values, locale);
  };
  const maybe = (group: string, code: string | undefined): string | undefined => {
    const found = code === undefined ? undefined : texts.get(`${group}.${code.replaceAll(".", "_")}`);
    return typeof found === "string" ? found : undefined;
  };
  return Object.assign(translate, { maybe, raw }) as Translate;
}
