import type { CorrectionsView, CorrectionView } from "#app/domain/corrections/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Reporting, ReportMissing } from "./report-links.tsx";
import { CorrectionState } from "./state-tag.tsx";
import { capital, clockWords, correctionHref } from "./words.ts";

/** Everything reported in a book: what is open first, with its clock. */
export function CorrectionsPage({ view }: { view: CorrectionsView }) {
  const { t } = useI18n();
  return (
    <Reporting may={view.mayReport}>
      <div className="narrow">
        <PageHead
          title={t("correction.title")}
          eyebrow={t("book.of", { name: view.person.name })}
          back={{ href: "/book", place: t("book.title") }}
          lead={t("correction.lead")}
        />
        {view.corrections.length === 0 ? (
          <EmptyState title={t("correction.none")}>
            <p>{t("correction.noneLead")}</p>
          </EmptyState>
        ) : (
          <ItemList>
            {view.corrections.map((one) => (
              <Line key={one.reference} of={one} />
            ))}
          </ItemList>
        )}
        <ReportMissing />
      </div>
    </Reporting>
  );
}

function Line({ of }: { of: CorrectionView }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const clock = clockWords(of, i18n);
  return (
    <li className="item">
      <p>
        <Link className="item-t" href={correctionHref(of.reference)}>
          {t(`correction.kind.${of.kind}`)} · {t(`section.title.${of.section}`)}
        </Link>
      </p>
      <div className="tags">
        <CorrectionState of={of} brief={false} />
      </div>
      {clock && <p>{capital(clock)}</p>}
      <p className="src">
        {of.owner} · {of.reference} · {f.date(of.sentAt)}
      </p>
    </li>
  );
}
