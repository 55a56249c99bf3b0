import { useT } from "#app/i18n/t.tsx";
import type { Translate } from "#app/i18n/translate.ts";

const TOKEN = /\{\{(\w+)(?::[^{}]*)?\}\}/g;

/** Clinical words with the identifiers that were taken out on the way in shown as "[tên]" and so on. */
export function readable(text: string, t: Translate): string {
  if (!text.includes("{{")) return text;
  return text.replace(TOKEN, (_, kind: string) => t.maybe("common.redacted", kind) ?? t("common.redacted.other"));
}

interface ClinicalTextProps {
  text: string;
  as?: "p" | "span" | "dd" | "li" | "h1" | "blockquote";
  className?: string | undefined;
  /** The language it is written in, when known. */
  lang?: string | undefined;
}

/** Text as a facility sent it: never translated by the browser, never anything but text. */
export function ClinicalText({ text, as: As = "span", className, lang }: ClinicalTextProps) {
  return (
    <As translate="no" className={className} lang={lang}>
      {readable(text, useT())}
    </As>
  );
}
