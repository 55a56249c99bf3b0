import type { ResultPageView, TrendPoint } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { InterpretationTag, outsideRange } from "../patterns/interpretation-tag.tsx";
import { Value } from "../patterns/value.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { When } from "../primitives/when.tsx";
import { resultHref } from "./sections.ts";
import { TrendChart } from "./trend-chart.tsx";

/** Who reads an old result learns first that there is a newer one. */
export function NewerResult({ of }: { of: ResultPageView["newer"] }) {
  const { t } = useI18n();
  if (!of) return null;
  return (
    <p>
      {t("result.newer")}{" "}
      <Link href={resultHref(of.id, of.hidden)}>
        <When value={of.when} />
      </Link>
    </p>
  );
}

const KINDS_APART = ["unit", "method", "specimen"] as const;

/** The same test over time and across hospitals: a chart where there are figures, and always a table. */
export function ResultEarlier({ view: { trend, result } }: { view: ResultPageView }) {
  const { t } = useI18n();
  if (!trend) return null;
  const figures = trend.points.filter((point) => point.at !== undefined).length;
  const table = <TrendTable points={[...trend.points].reverse()} unit={trend.unit} />;
  return (
    <section aria-labelledby="earlier" className="stack">
      <h2 id="earlier">{t("trend.title")}</h2>
      <TrendChart trend={trend} ranges={result.ranges} />
      {figures > 1 && result.ranges.length > 0 && (
        <p className="soft">{t("trend.band", { facility: result.source.facility })}</p>
      )}
      {KINDS_APART.map((why) => {
        const n = trend.points.filter((point) => point.apart === why).length;
        return n > 0 && <p key={why}>{t(`trend.apart.${why}`, { n })}</p>;
      })}
      {trend.points.some((point) => point.converted !== undefined) && <p className="soft">{t("trend.converted")}</p>}
      {trend.points.some((point) => point.bound) && <p className="soft">{t("trend.bounds")}</p>}
      {figures > 1 ? <Disclosure label={t("feeds.asTable")}>{table}</Disclosure> : table}
    </section>
  );
}

function TrendTable({ points, unit }: { points: TrendPoint[]; unit: string | undefined }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Table
      caption={t("trend.title")}
      hideCaption
      rows={points}
      keyOf={(row) => row.id}
      columns={[
        { head: t("result.when"), names: true, cell: (row) => <DateCell of={row} /> },
        { head: t("result.value"), cell: (row) => <ValueCell of={row} unit={unit} i18n={i18n} /> },
        { head: t("result.place"), cell: (row) => row.source.facility },
      ]}
    />
  );
}

function DateCell({ of }: { of: TrendPoint }) {
  const { t } = useI18n();
  if (!of.here)
    return (
      <Link href={resultHref(of.id, of.hidden)}>
        <When value={of.when} />
      </Link>
    );
  return (
    <>
      <When value={of.when} /> <small>{t("trend.here")}</small>
    </>
  );
}

/** As the laboratory sent it; the same in the page's unit beside it, or why it stands apart. */
function ValueCell({ of, unit, i18n: { t, f } }: { of: TrendPoint; unit: string | undefined; i18n: I18n }) {
  return (
    <>
      <Value of={of.value} />
      {of.converted !== undefined && (
        <small> {t("trend.about", { value: `${f.decimal(of.converted)} ${unit ?? ""}`.trim() })}</small>
      )}
      {of.apart && <small> {t(`trend.why.${of.apart}`)}</small>}
      {of.interpretation && outsideRange(of.interpretation) && <InterpretationTag of={of.interpretation} />}
    </>
  );
}
