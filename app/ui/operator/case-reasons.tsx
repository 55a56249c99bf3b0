import type { ReasonView } from "#app/domain/identity/case-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Moment } from "../primitives/when.tsx";

/** What operators gave as their grounds, in this case and in earlier ones of the same account. */
export function CaseReasons({ reasons, reference }: { reasons: ReasonView[]; reference: string }) {
  const { t } = useI18n();
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="reasons" className="apart titled">
      <h2 id="reasons">{t("identities.reasons")}</h2>
      <ul className="list">
        {reasons.map((one) => (
          <li key={`${one.at}-${one.step}`} className="confirm">
            <p>
              <strong>{t(`identities.stepOf.${one.step}`)}</strong>
              {one.refusal && `: ${t(`identities.refusalOf.${one.refusal}`)}`}
            </p>
            {one.why && <p className="quote">{one.why}</p>}
            <p className="soft">
              {one.step !== "overtaken" && `${t(one.mine ? "identities.byYou" : "identities.byOther")} · `}
              <Moment at={one.at} />
              {one.reference !== reference && (
                <>
                  {" · "}
                  <span translate="no">{one.reference}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
