import type { GrowthView } from "#app/domain/health-book/growth/read-growth.ts";
import type { TrendPoint } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Value } from "../../patterns/value.tsx";
import { Disclosure } from "../../primitives/disclosure.tsx";
import { Link } from "../../primitives/link.tsx";
import { Table } from "../../primitives/table.tsx";
import { When } from "../../primitives/when.tsx";
import { MayBeMore } from "../hidden-notes.tsx";
import { PersonFacts } from "../person-facts.tsx";
import { resultHref } from "../sections.ts";
import { TrendChart } from "../trend-chart.tsx";

/** How a child has grown: each measure as a curve of the child's own, with its figures as a table. */
export function GrowthPage({ view }: { view: GrowthView }) {
  const { t } = useI18n();
  const { person, measured } = view;
  return (
    <>
      <PageHead
        title={t("growth.title")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
      >
        <PersonFacts person={person} />
        <MayBeMore self={person.self} />
      </PageHead>
      {!person.growing || measured.length === 0 ? (
        <EmptyState title={person.growing ? t("growth.none") : t("growth.ofAge")} />
      ) : (
        <div className="parts">
          <p>{t("growth.noBands")}</p>
          {measured.map(({ measure, trend }) => (
            <section key={measure} aria-labelledby={measure} className="stack">
              <h2 id={measure}>{t(`growth.measure.${measure}`)}</h2>
              <TrendChart trend={trend} ranges={[]} />
              <Disclosure label={t("feeds.asTable")} open={trend.points.length < 2}>
                <Figures of={trend.points} unit={trend.unit} caption={t(`growth.measure.${measure}`)} />
              </Disclosure>
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Figures({ of, unit, caption }: { of: TrendPoint[]; unit: string | undefined; caption: string }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={caption}
      hideCaption
      rows={of.toReversed()}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t("result.when"),
          names: true,
          cell: ({ id, hidden, when }) => (
            <Link href={resultHref(id, hidden)}>
              <When value={when} />
            </Link>
          ),
        },
        {
          head: t("result.value"),
          cell: ({ value, converted }) => (
            <>
              <Value of={value} />
              {converted !== undefined && <small> {`${f.decimal(converted)} ${unit ?? ""}`}</small>}
            </>
          ),
        },
        { head: t("result.place"), cell: ({ source }) => source.facility },
      ]}
    />
  );
}
