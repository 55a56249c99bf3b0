import type { OwnMeasurement } from "#app/domain/health-book/own/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../../help/status-tag.tsx";
import { Link } from "../../primitives/link.tsx";
import { figureWords, measurementHref } from "./own-words.ts";

/** One measurement in a list, always labelled as the person's own. */
export function MeasurementItem({ item, self, named }: { item: OwnMeasurement; self: boolean; named?: boolean }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  return (
    <li className={item.withdrawn ? "item gone" : "item"}>
      <p className="row">
        <Link href={measurementHref(item.id)} className="item-t">
          {named ? t(`measurements.kind.${item.kind}`) : figureWords(item, i18n)}
        </Link>
        {named && <span className="val">{figureWords(item, i18n)}</span>}
      </p>
      <p className="src">
        {t(self ? "measurements.label" : "measurements.labelOther")} · {f.moment(item.at)}
        {item.situation && item.situation !== "other" && ` · ${t(`measurements.situationOf.${item.situation}`)}`}
        {item.byHelper && ` · ${t("measurements.helper")}`}
      </p>
      {item.withdrawn && <StatusTag of="measurements.withdrawn" />}
    </li>
  );
}
