import { useI18n } from "#app/i18n/t.tsx";
import { InterpretationTag } from "../patterns/interpretation-tag.tsx";
import { RangeBar } from "../patterns/range-bar.tsx";

/** A page of an invented book: shows in a second what the portal is. Says that it is an example. */
export function LandingExample() {
  const { t, f } = useI18n();
  const value = f.decimal("5.4");
  const [low, high] = [f.decimal("3.9"), f.decimal("6.4")];
  return (
    <figure className="sheet">
      <figcaption>{t("landing.exampleLabel")}</figcaption>
      <p className="item-t">{t("example.test")}</p>
      <p className="val val-big">
        {value} <small>mmol/L</small>
      </p>
      <p>
        <InterpretationTag of="normal" />
      </p>
      <RangeBar
        value={5.4}
        low={3.9}
        high={6.4}
        lowText={low}
        highText={high}
        label={t("result.bar", { value, range: `${low}–${high}` })}
      />
      <p className="src">
        {t("example.facility")} · {f.date("2026-10-12")}
      </p>
      <div className="sheet-log">
        <p>{t("example.who")}</p>
        <p className="src">{t("example.basis")}</p>
      </div>
    </figure>
  );
}
