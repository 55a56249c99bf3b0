import type { OwnKind } from "#app/domain/health-book/own/kinds.ts";
import type { OwnWords } from "#app/domain/health-book/own/to-observation.ts";
import type { Held } from "#app/domain/health-book/view.ts";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

/** What every copy of a record says of itself, in the reader's language. */
export const leftOutOfCopies = (locale: Locale): string =>
  makeI18n(locale === "en" ? en : vi, locale).t("sources.exportLeftOut");

/** Of a result that is not shown yet: what it is and when it appears, in every copy as on every page. */
export function waitsInWords(locale: Locale): (held: Held) => string {
  const { t, f } = makeI18n(locale === "en" ? en : vi, locale);
  return (held) => t("held.inCopy", { what: t(`held.class.${held.class}`), date: f.date(held.appearsAt) });
}

/** What people measured themselves, as a copy calls it. */
export function ownInWords(locale: Locale): (kind: OwnKind) => OwnWords {
  const { t } = makeI18n(locale === "en" ? en : vi, locale);
  return (kind) => ({
    label: t("measurements.label"),
    kind: t(`measurements.kind.${kind}`),
    parts: [t("measurements.figure.systolic"), t("measurements.figure.diastolic")],
    helper: t("measurements.helper"),
  });
}
