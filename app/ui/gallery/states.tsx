import type { Interpretation, MeasurementView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { Section } from "../patterns/section.tsx";
import { ValueWithRange } from "../patterns/value-with-range.tsx";
import { Notice, type NoticeTone } from "../primitives/notice.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

const tones: Tone[] = ["quiet", "info", "needs", "urgent", "danger"];
const notices: NoticeTone[] = ["info", "needs", "danger", "hidden"];

/** Tags and notices in every tone, and a status that says what it means. */
export function States() {
  const t = useT();
  return (
    <Section id="states" title={t("gallery.states")}>
      <div className="stack">
        <p className="tags">
          {tones.map((tone) => (
            <Tag key={tone} tone={tone}>
              {t(`gallery.tone.${tone}`)}
            </Tag>
          ))}
        </p>
        <StatusTag of="result.status.preliminary" tone="info" />
        {notices.map((tone) => (
          <Notice key={tone} tone={tone}>
            <p>{t(`gallery.notice.${tone}`)}</p>
          </Notice>
        ))}
      </div>
    </Section>
  );
}

/** Fasting glucose, as a laboratory would send it. */
const glucose = (value: string, interpretation: Interpretation): MeasurementView => ({
  title: undefined,
  value: { kind: "quantity", comparator: undefined, value, unit: "mmol/L" },
  interpretation,
  ranges: [{ low: "3.9", high: "6.4", unit: "mmol/L", text: undefined }],
});

const values: MeasurementView[] = [
  glucose("5.2", "normal"),
  glucose("3.1", "low"),
  glucose("7.8", "high"),
  glucose("22.4", "critical-high"),
  { title: undefined, value: { kind: "text", text: "HBsAg" }, interpretation: "positive", ranges: [] },
  { title: undefined, value: { kind: "absent", reason: "error" }, interpretation: undefined, ranges: [] },
];

/** A value with its range: within, below, above, far above, in words, and none. */
export function Values() {
  const t = useT();
  return (
    <Section id="values" title={t("gallery.values")}>
      <div className="cols">
        {values.map((of, at) => {
          const key = `${at}`;
          return <ValueWithRange key={key} of={of} />;
        })}
      </div>
    </Section>
  );
}
