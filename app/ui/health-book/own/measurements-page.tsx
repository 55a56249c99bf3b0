import Plus from "lucide-react/icons/plus";
import type { OwnKindView, OwnMeasurementsView } from "#app/domain/health-book/own/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { LinkButton } from "../../primitives/button.tsx";
import { Pagination } from "../../primitives/pagination.tsx";
import { TrendChart } from "../trend-chart.tsx";
import { MeasurementItem } from "./measurement-item.tsx";

const listHref = (kind: string) => `/book/measurements?kind=${kind}`;

/** What somebody measured themselves: each kind with its line, apart from every hospital's results. */
export function MeasurementsPage({ view }: { view: OwnMeasurementsView }) {
  const { t } = useI18n();
  const { person, kinds, list, mayRecord } = view;
  return (
    <>
      <PageHead
        title={list ? t(`measurements.kind.${list.kind}`) : t("measurements.titleOf")}
        eyebrow={t("book.of", { name: person.name })}
        back={
          list
            ? { href: "/book/measurements", place: t("measurements.titleOf") }
            : { href: "/book", place: t("book.title") }
        }
        lead={t(person.self ? "measurements.lead" : "measurements.leadOther")}
      />
      <div className="parts">
        <p>{t("measurements.danger")}</p>
        {mayRecord && (
          <p className="no-print">
            <LinkButton href={`/book/measurements/new${list ? `?kind=${list.kind}` : ""}`} icon={Plus}>
              {t("measurements.record")}
            </LinkButton>
          </p>
        )}
        {kinds.length === 0 && !list?.items.length && (
          <EmptyState title={t("measurements.none")}>
            <p>{t("measurements.noneLead")}</p>
          </EmptyState>
        )}
        {kinds.map((kind) => (
          <Kind key={kind.kind} view={kind} self={person.self} alone={list !== undefined} />
        ))}
        {list && list.items.length > 0 && (
          <section aria-labelledby="all" className="titled">
            <h2 id="all">{t("measurements.versions")}</h2>
            <ItemList>
              {list.items.map((item) => (
                <MeasurementItem key={item.id} item={item} self={person.self} />
              ))}
            </ItemList>
            <Pagination page={list.page} pages={list.pages} hrefOf={(page) => `${listHref(list.kind)}&page=${page}`} />
          </section>
        )}
        <MoreLink href="/book/results?kind=measured">{t("measurements.hospital")}</MoreLink>
      </div>
    </>
  );
}

function Kind({ view, self, alone }: { view: OwnKindView; self: boolean; alone: boolean }) {
  const { t } = useI18n();
  const { kind, newest, total, trends } = view;
  return (
    <section aria-labelledby={kind} className="titled">
      <h2 id={kind}>{alone ? t("measurements.line.value") : t(`measurements.kind.${kind}`)}</h2>
      {trends.map(({ figure, trend }) => (
        <div key={figure}>
          {trends.length > 1 && total > 1 && (
            <p className="soft">
              {t(figure === "value" ? "measurements.line.systolic" : "measurements.line.diastolic")}
            </p>
          )}
          <TrendChart trend={trend} ranges={[]} />
        </div>
      ))}
      {!alone && (
        <ItemList>
          {newest.map((item) => (
            <MeasurementItem key={item.id} item={item} self={self} />
          ))}
        </ItemList>
      )}
      {!alone && (
        <MoreLink href={listHref(kind)} of={t(`measurements.kind.${kind}`)}>
          {t("measurements.seeAll", { n: total })}
        </MoreLink>
      )}
    </section>
  );
}
