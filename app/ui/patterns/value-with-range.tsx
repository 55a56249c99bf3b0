import type { MeasurementView, ReferenceRangeView, ValueView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Why } from "../help/status-tag.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { InterpretationTag } from "./interpretation-tag.tsx";
import { type BarView, RangeBar } from "./range-bar.tsx";
import { Value } from "./value.tsx";
import { rangeText, valueText } from "./value-text.ts";

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** The bar can be drawn only for one plain range in the value's own unit. */
function barOf(value: ValueView | undefined, ranges: ReferenceRangeView[], i18n: I18n): BarView | undefined {
  const [range] = ranges;
  if (value?.kind !== "quantity" || !range || ranges.length !== 1) return undefined;
  if (range.unit !== undefined && range.unit !== value.unit) return undefined;
  const { text, unit } = valueText(value, i18n);
  const [low, high] = [number(range.low), number(range.high)];
  if (Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return {
    value: Number(value.value),
    low,
    high,
    lowText: range.low && i18n.f.decimal(range.low),
    highText: range.high && i18n.f.decimal(range.high),
    label: i18n.t("result.bar", {
      value: unit === undefined ? text : `${text} ${unit}`,
      range: rangeText(range, i18n) ?? "",
    }),
  };
}

/** A value large, what it means in words, the laboratory's own range, and where the value stands in it. */
export function ValueWithRange({ of }: { of: MeasurementView }) {
  const i18n = useI18n();
  const bar = barOf(of.value, of.ranges, i18n);
  return (
    <div className="stack">
      <p>
        <Value of={of.value} big />
      </p>
      {of.interpretation && (
        <Why of={`result.interpretation.${of.interpretation}`}>
          <InterpretationTag of={of.interpretation} />
        </Why>
      )}
      {bar && <RangeBar {...bar} />}
      {of.ranges.map((range) => {
        const text = rangeText(range, i18n);
        if (text === undefined) return null;
        return <ClinicalText key={text} as="p" className="soft" text={i18n.t("result.range", { range: text })} />;
      })}
    </div>
  );
}
