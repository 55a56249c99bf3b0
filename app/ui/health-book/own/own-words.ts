import type { OwnMeasurement } from "#app/domain/health-book/own/view.ts";
import type { I18n } from "#app/i18n/t.tsx";

/** A unit as people read it in their language. */
export const unitWords = (unit: string, { t }: I18n): string => t.maybe("measurements.unitOf", unit) ?? unit;

/** "135/85 mmHg", "56,5 kg". */
export function figureWords(item: OwnMeasurement, i18n: I18n): string {
  const figures = [item.value, item.second].flatMap((one) => (one === undefined ? [] : i18n.f.decimal(one)));
  return `${figures.join("/")} ${unitWords(item.unit, i18n)}`;
}

export const measurementHref = (id: string): string => `/book/measurements/${id}`;
