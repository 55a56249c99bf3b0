import type { OwnMeasurement, OwnMeasurementView } from "#app/domain/health-book/own/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../../help/status-tag.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Button } from "../../primitives/button.tsx";
import { Disclosure } from "../../primitives/disclosure.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { Tag } from "../../primitives/tag.tsx";
import { MeasurementForm } from "./measurement-form.tsx";
import { figureWords } from "./own-words.ts";

export const measurementNews = ["saved", "known", "changed", "withdrawn"] as const;

interface MeasurementPageProps extends FormState {
  view: OwnMeasurementView;
  news: (typeof measurementNews)[number] | undefined;
  /** When it was measured, as the field wants it. */
  at: string;
  now: string;
}

/** One measurement, all it ever said, and the ways to change it or take it back. */
export function MeasurementPage({ view, news, at, now, errors, values }: MeasurementPageProps) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const { person, bookId, mayRecord, versions } = view;
  const [holds, ...before] = versions;
  const hidden = { bookId, version: String(holds.version) };
  const said = { "figure-1": holds.value, "figure-2": holds.second ?? "", unit: holds.unit, at };
  return (
    <div className="narrow">
      <PageHead
        title={t(`measurements.kind.${holds.kind}`)}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: `/book/measurements?kind=${holds.kind}`, place: t(`measurements.kind.${holds.kind}`) }}
      />
      <div className="stack">
        {news && !errors && (
          <Notice alert>
            <p>{t(news === "withdrawn" ? "measurements.withdrawnDone" : `measurements.${news}`)}</p>
          </Notice>
        )}
        <div className="facts">
          <p className={holds.withdrawn ? "item gone" : undefined}>
            <span className="val val-big item-t">{figureWords(holds, i18n)}</span>
          </p>
          <p>{f.moment(holds.at)}</p>
          {holds.situation && holds.situation !== "other" && <p>{t(`measurements.situationOf.${holds.situation}`)}</p>}
          <div className="tags">
            <Tag>{t(person.self ? "measurements.label" : "measurements.labelOther")}</Tag>
            {holds.withdrawn && <StatusTag of="measurements.withdrawn" tone="needs" />}
          </div>
          <p className="src">
            <Written of={holds} />
          </p>
        </div>
        {mayRecord && !holds.withdrawn && (
          <div className="stack no-print">
            <Disclosure label={t("measurements.change")} open={errors !== undefined}>
              <p className="soft">{t("measurements.changeHelp")}</p>
              <MeasurementForm
                kind={holds.kind}
                hidden={hidden}
                now={now}
                change
                errors={errors}
                values={values?.at === undefined ? { ...said, situation: holds.situation ?? "other" } : values}
              />
            </Disclosure>
            <Disclosure label={t("measurements.withdraw")}>
              <p>{t("measurements.withdrawHelp")}</p>
              <form method="post">
                <HiddenFields values={hidden} />
                <Button look="danger" name="intent" value="withdraw">
                  {t("measurements.withdraw")}
                </Button>
              </form>
            </Disclosure>
          </div>
        )}
        {before.length > 0 && (
          <section aria-labelledby="versions" className="titled">
            <h2 id="versions">{t("measurements.before")}</h2>
            <ItemList>
              {before.map((one) => (
                <li key={one.version} className="item">
                  <p className="row">
                    <span>{f.moment(one.at)}</span>
                    <span className="val">{figureWords(one, i18n)}</span>
                  </p>
                  <p className="src">
                    <Written of={one} />
                  </p>
                </li>
              ))}
            </ItemList>
          </section>
        )}
      </div>
    </div>
  );
}

function Written({ of }: { of: OwnMeasurement }) {
  const { t, f } = useI18n();
  const when = f.moment(of.recordedAt);
  return t(of.byHelper ? "measurements.recordedByHelper" : "measurements.recorded", { when });
}
