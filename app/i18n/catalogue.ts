import type { vi } from "./vi.ts";

/** A message that depends on a count: Vietnamese has one form, English two. Always holds `{n}`. */
interface CountMessage {
  readonly many: string;
}

/** What English must be: the same keys, no more and no less, with a singular where Vietnamese counts. */
export type Translated<T> = T extends string
  ? string
  : T extends CountMessage
    ? { readonly one: string; readonly many: string }
    : { readonly [K in keyof T]: Translated<T[K]> };

type Loose<T> = T extends string
  ? string
  : T extends CountMessage
    ? { readonly one?: string; readonly many: string }
    : { readonly [K in keyof T]: Loose<T[K]> };

/** A whole language, whichever. */
export type Catalogue = Loose<typeof vi>;
export type English = Translated<typeof vi>;

type Paths<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string | CountMessage ? `${P}${K}` : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];

type Groups<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string | CountMessage ? never : `${P}${K}` | Groups<T[K], `${P}${K}.`>;
}[keyof T & string];

type At<T, K extends string> = K extends `${infer H}.${infer R}`
  ? H extends keyof T
    ? At<T[H], R>
    : never
  : K extends keyof T
    ? T[K]
    : never;

type TextOf<M> = M extends string ? M : M extends { readonly many: infer S extends string } ? S : never;
type Names<S extends string> = S extends `${string}{${infer N}}${infer R}` ? N | Names<R> : never;

/** Every message by its dotted path. */
export type MessageKey = Paths<typeof vi>;
/** Every group of messages, for codes that come from outside. */
export type GroupKey = Groups<typeof vi>;
/** The placeholders of a message. */
export type Placeholder<K extends MessageKey> = Names<TextOf<At<typeof vi, K>>>;
