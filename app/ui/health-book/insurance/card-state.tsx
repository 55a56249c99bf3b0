import Check from "lucide-react/icons/check";
import type { Verdict } from "#app/domain/health-book/insurance/rules.ts";
import type { CardAnswerView, CardView } from "#app/domain/health-book/insurance/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { Tag, type Tone } from "../../primitives/tag.tsx";

const tones: Partial<Record<Verdict, Tone>> = { valid: "quiet", "old-valid": "info", force: "info", child: "info" };

/** What the insurer last said, when, what to do; and honestly when nobody answered since. */
export function CardState({ card, onPaper = false }: { card: CardView; onPaper?: boolean }) {
  const { t, f } = useI18n();
  const { answer, failed, asking } = card;
  return (
    <>
      {asking && (
        <Notice>
          <p>{t("insurance.asking")}</p>
        </Notice>
      )}
      {failed && (
        <Notice tone="needs">
          <p>{t(`insurance.failed.${failed.why}`, { at: onPaper ? f.moment(failed.at) : f.recent(failed.at) })}</p>
          <p>
            {answer && t("insurance.keptAnswer")} {t("insurance.stillReceived")}
          </p>
        </Notice>
      )}
      {answer ? <Answer answer={answer} onPaper={onPaper} /> : !failed && !asking && <p>{t("insurance.neverAsked")}</p>}
    </>
  );
}

function Answer({ answer, onPaper }: { answer: CardAnswerView; onPaper: boolean }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const { verdict, answeredAt } = answer;
  // "Today" is no day on a sheet of paper.
  const when = onPaper ? f.moment(answeredAt) : f.recent(answeredAt);
  return (
    <div className="plain">
      <p>
        <Tag tone={tones[verdict] ?? "needs"} {...(verdict === "valid" ? { icon: Check } : {})}>
          {t(`insurance.verdict.${verdict}`)}
        </Tag>
      </p>
      <p>{meaningOf(answer, i18n)}</p>
      <p>
        <b>{t(`insurance.do.${verdict}`)}</b>
      </p>
      <p className="src">{t("insurance.answered", { when })}</p>
    </div>
  );
}

/** By the insurer's own code; a card that was valid then and has ended since says so. */
function meaningOf({ code, verdict, validTo }: CardAnswerView, { t, f }: I18n): string {
  if (verdict === "expired" && code !== "010" && validTo) return t("insurance.endedSince", { date: f.date(validTo) });
  return t.maybe("insurance.means", code) ?? t("insurance.unknownCode", { code });
}
