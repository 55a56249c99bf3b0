import type { PaperValidity, PaperView } from "#app/domain/health-book/papers/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../../help/status-tag.tsx";
import { Link } from "../../primitives/link.tsx";
import { Tag, type Tone } from "../../primitives/tag.tsx";
import { placeWords } from "../insurance/card-facts.tsx";

const tones: Record<PaperValidity["is"], Tone> = {
  good: "info",
  "if-listed": "needs",
  today: "info",
  ahead: "info",
  passed: "needs",
  "no-day": "quiet",
};

/** A referral or a slip for coming back: whose, how long it is good, and what is known of its signature. */
export function PaperItem({ paper }: { paper: PaperView }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { validity } = paper;
  return (
    <li className="item">
      <p className="item-t">
        {t(`papers.kind.${paper.kind}`)}
        {paper.number && (
          <>
            {" · "}
            <span translate="no">{t("papers.number", { number: paper.number })}</span>
          </>
        )}
      </p>
      <div className="tags">
        <Tag tone={tones[validity.is]}>{untilWords(validity, i18n)}</Tag>
        <StatusTag of={`document.signed.${paper.signature}`} />
      </div>
      <p>{fromWords(paper, i18n)}</p>
      {paper.to && <p>{t("papers.to", { place: placeWords(paper.to, i18n) })}</p>}
      <p className="soft small">
        {t(`papers.explain.${validity.is}`, { source: t(`papers.source.${validity.source}`) })}
      </p>
      {paper.visitId && (
        <p className="no-print">
          <Link className="tap" href={`/book/visits/${paper.visitId}`}>
            {t("papers.open")}
          </Link>
        </p>
      )}
    </li>
  );
}

const untilWords = (validity: PaperValidity, { t, f }: I18n): string =>
  validity.is === "no-day"
    ? t("papers.validity.no-day")
    : t(`papers.validity.${validity.is}`, { date: f.date(validity.until) });

const fromWords = ({ from, issued }: PaperView, { t, f }: I18n): string =>
  issued
    ? t("papers.from", { facility: from.facility, date: f.date(issued) })
    : t("papers.fromUndated", { facility: from.facility });
