import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

/** Words for a file where something that tells who somebody is was taken out: "[số giấy tờ]". */
export function hiddenWords(locale: Locale): (kind: string) => string {
  const { t } = makeI18n(locale === "en" ? en : vi, locale);
  return (kind) => t.maybe("common.redacted", kind) ?? t("common.redacted.other");
}
