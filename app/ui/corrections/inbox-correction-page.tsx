import type { InboxCorrectionView } from "#app/domain/corrections/view.ts";
import type { NamedItem as Named } from "#app/domain/health-book/read-item.ts";
import { Rich, useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import type { FormState } from "../primitives/field.tsx";
import { Notice } from "../primitives/notice.tsx";
import { AnswerForms } from "./answer-forms.tsx";
import { CorrectionFacts } from "./facts.tsx";
import { History } from "./history.tsx";
import { NamedItem } from "./named-item.tsx";

interface InboxCorrectionPageProps extends FormState {
  view: InboxCorrectionView;
  item: Named | undefined;
  changed: boolean;
  /** The form that was sent and came back. */
  sent: string | undefined;
}

/** One request as its facility reads it: what was said, about what, by when, and the answer. */
export function InboxCorrectionPage({ view, item, changed, sent, ...state }: InboxCorrectionPageProps) {
  const { t } = useI18n();
  const { person, detail } = view;
  const born = person?.birthYear && t("correction.bornIn", { year: person.birthYear });
  return (
    <>
      <PageHead
        title={
          <Rich id="correction.requestOf" values={{ reference: <span className="nowrap">{view.reference}</span> }} />
        }
        eyebrow={t(`correction.kindShort.${view.kind}`)}
        back={{ href: "/clinic/corrections", place: t("correction.inboxTitle") }}
      >
        {changed && (
          <Notice tone="needs" alert>
            <p>{t("correction.changed")}</p>
          </Notice>
        )}
        {view.closed && (
          <Notice tone="hidden">
            <p>{t(`correction.closed.${view.closed}`)}</p>
          </Notice>
        )}
        {view.withDepartment && !view.may.decide && !view.closed && view.daysLeft !== undefined && (
          <Notice>
            <p>{t("correction.elsewhere", { owner: view.owner })}</p>
          </Notice>
        )}
      </PageHead>
      <div className="split">
        <div className="col">
          {detail && view.kind !== "missing" && (
            <section aria-labelledby="item" className="titled">
              <h2 id="item">{t("correction.item")}</h2>
              {item ? <NamedItem {...item} /> : <p>{t("correction.itemUnseen")}</p>}
            </section>
          )}
          {detail && <History events={detail.events} person={person?.name ?? ""} />}
          <AnswerForms view={view} sent={sent} {...state} />
        </div>
        <CorrectionFacts
          of={view}
          detail={detail}
          first={
            person ? [{ label: t("correction.sender"), value: [person.name, born].filter(Boolean).join(", ") }] : []
          }
        />
      </div>
    </>
  );
}
