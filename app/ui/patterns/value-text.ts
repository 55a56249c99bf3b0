import type { MeasurementView, ReferenceRangeView, ValueView } from "#app/domain/health-book/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

/** A value ready to be shown: digits as sent, unit as sent. */
export interface ValueText {
  text: string;
  unit: string | undefined;
  /** The text is words, not a figure. */
  words: boolean;
}

const comparators: ReadonlyMap<string, string> = new Map([
  ["<=", "≤"],
  [">=", "≥"],
  ["<", "<"],
  [">", ">"],
  ["ad", "≥"],
]);

/** Two ends of a stretch of values; a lone end says from where or up to where. */
export function ends(low: string | undefined, high: string | undefined, { t, f }: I18n): string {
  if (low !== undefined && high !== undefined) return `${f.decimal(low)}–${f.decimal(high)}`;
  if (low !== undefined) return t("result.rangeFrom", { low: f.decimal(low) });
  return high === undefined ? "" : t("result.rangeTo", { high: f.decimal(high) });
}

/** Words too many to stand on the right of a name. */
export const isLong = (value: ValueView | undefined): boolean => value?.kind === "text" && value.text.length > 24;

/** Figures that leave no room for a name on the phone: some systems send every digit they computed. */
export const isWide = (value: ValueView | undefined): boolean =>
  value?.kind === "quantity" && value.value.length + (value.unit?.length ?? 0) > 14;

/** A value in words and figures. */
export function valueText(value: ValueView | undefined, i18n: I18n): ValueText {
  const { t, f } = i18n;
  const words = (text: string): ValueText => ({ text, unit: undefined, words: true });
  if (!value) return words(t("result.noValue"));
  switch (value.kind) {
    case "quantity": {
      const sign = value.comparator === undefined ? "" : `${comparators.get(value.comparator) ?? value.comparator} `;
      return { text: `${sign}${f.decimal(value.value)}`, unit: value.unit, words: false };
    }
    case "range":
      return { text: ends(value.low, value.high, i18n), unit: value.unit, words: false };
    case "ratio":
      return { text: `${f.decimal(value.numerator)}:${f.decimal(value.denominator)}`, unit: undefined, words: false };
    case "text":
      return words(value.text);
    case "boolean":
      return words(t(value.value ? "common.yes" : "common.no"));
    case "when":
      return words(f.when(value.when));
    case "series":
      return words(t("result.series"));
    case "absent":
      return words(t.maybe("result.absent", value.reason) ?? t("result.absent.unknown"));
  }
}

/** The range that the words beside a value name, when there is exactly one. */
export function rangeBeside({ ranges }: MeasurementView, i18n: I18n): string | undefined {
  const [range] = ranges;
  return range && ranges.length === 1 ? ends(range.low, range.high, i18n) || undefined : undefined;
}

/** A laboratory's range as it is written; its own words when it gave no figures. */
export function rangeText(range: ReferenceRangeView, i18n: I18n): string | undefined {
  const figures = ends(range.low, range.high, i18n);
  if (figures === "") return range.text;
  return range.unit === undefined ? figures : `${figures} ${range.unit}`;
}
