import type { OwnCorrectionView } from "#app/domain/corrections/view.ts";
import type { NamedItem as Named } from "#app/domain/health-book/read-item.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { WordsField } from "../primitives/words-field.tsx";
import { CorrectionFacts } from "./facts.tsx";
import { History } from "./history.tsx";
import { NamedItem } from "./named-item.tsx";

interface CorrectionPageProps extends FormState {
  view: OwnCorrectionView;
  item: Named | undefined;
  /** What has just happened. */
  news?: "justSent" | "known" | "changed" | undefined;
  /** Days the health department has. */
  departmentDays: number;
}

/** One report: where it stands, what comes next, what both sides said, and what the person can still do. */
export function CorrectionPage({ view, item, news, departmentDays, ...state }: CorrectionPageProps) {
  const { t, f } = useI18n();
  const { owner, reference } = view;
  const [date, acknowledge] = [f.date(view.decideBy), f.date(view.acknowledgeBy)];
  const values = { owner, date, acknowledge };
  const final = view.withDepartment && ["corrected", "partly", "refused"].includes(view.state);
  return (
    <>
      <PageHead
        title={t(`correction.kind.${view.kind}`)}
        eyebrow={`${t("correction.number")} ${reference}`}
        back={{ href: "/book/corrections", place: t("correction.title") }}
      >
        {news && (
          <Notice tone={news === "changed" ? "needs" : "info"} alert>
            <p>{t(`correction.${news}`, { reference })}</p>
          </Notice>
        )}
        <p className="prose">{t(`correction.next.${view.state}`, values)}</p>
        {final && view.state !== "corrected" && <p className="prose">{t("correction.final")}</p>}
      </PageHead>
      <div className="split">
        <div className="col">
          {item && (
            <section aria-labelledby="item" className="titled">
              <h2 id="item">{t("correction.item")}</h2>
              <NamedItem item={item.item} />
            </section>
          )}
          <History events={view.events} person={view.person.name} />
          {view.may.escalate && <Escalate late={view.state === "overdue"} days={departmentDays} state={state} />}
          {view.may.withdraw && (
            <form method="post" className="form-one no-print">
              <p>{t("correction.withdrawLead")}</p>
              <HiddenFields values={{ intent: "withdraw" }} />
              <div>
                <Button look="second" wide>
                  {t("correction.withdraw")}
                </Button>
              </div>
            </form>
          )}
        </div>
        <CorrectionFacts of={view} detail={view} />
      </div>
    </>
  );
}

function Escalate({ late, days, state }: { late: boolean; days: number; state: FormState }) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="escalate" className="titled no-print">
      <h2 id="escalate">{t(late ? "correction.disagreeLate" : "correction.disagree")}</h2>
      <form method="post" className="form-one">
        <p>{t("correction.escalateLead", { n: days })}</p>
        <HiddenFields values={{ intent: "escalate" }} />
        <WordsField {...state} name="words" label={t("correction.escalateWords")} optional />
        <div>
          <Button wide>{t("correction.escalate")}</Button>
        </div>
      </form>
    </section>
  );
}
