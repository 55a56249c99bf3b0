import type { InboxCorrectionView } from "#app/domain/corrections/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { FormNotice } from "../operator/form-notice.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Radios } from "../primitives/radios.tsx";
import { WordsField } from "../primitives/words-field.tsx";
import { SessionUntil } from "../session/session-until.tsx";

interface AnswerFormsProps extends FormState {
  view: InboxCorrectionView;
  sent: string | undefined;
}

/** Confirm, answer, or take more time: what may be done now, and nothing else. */
export function AnswerForms({ view: { may, acknowledgeBy }, sent, ...state }: AnswerFormsProps) {
  const { t, f } = useI18n();
  const of = (intent: string): FormState => (sent === intent ? state : {});
  return (
    <>
      {may.acknowledge && (
        <form method="post" className="form-one">
          <p>{t("correction.acknowledgeLead", { date: f.date(acknowledgeBy) })}</p>
          <HiddenFields values={{ intent: "acknowledge" }} />
          <div>
            <Button wide>{t("correction.acknowledge")}</Button>
          </div>
        </form>
      )}
      {may.decide && <Answer {...of("decide")} first={!may.acknowledge} />}
      {may.extend && (
        <Disclosure label={t("correction.extend")} open={sent === "extend"}>
          <form method="post" className="form-one">
            <FormNotice errors={of("extend").errors} />
            <p>{t("correction.extendLead")}</p>
            <HiddenFields values={{ intent: "extend" }} />
            <WordsField {...renamed(of("extend"))} name="reason" label={t("correction.extendWords")} />
            <div>
              <Button look="second" wide>
                {t("correction.extend")}
              </Button>
            </div>
          </form>
        </Disclosure>
      )}
    </>
  );
}

/** Two forms of one page may not share a field's name: its id names it to screen readers. */
const renamed = ({ errors, values }: FormState): FormState => ({
  errors: errors?.words ? { reason: errors.words } : undefined,
  values,
});

function Answer({ first, ...state }: FormState & { first: boolean }) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="answer" className="titled">
      <h2 id="answer">{t("correction.answer")}</h2>
      <form method="post" className="form-one">
        <FormNotice errors={state.errors} />
        <HiddenFields values={{ intent: "decide" }} />
        <Radios
          {...state}
          name="outcome"
          legend={t("correction.answerOutcome")}
          options={(["corrected", "partly", "refused"] as const).map((value) => ({
            value,
            label: t(`correction.outcome.${value}`),
          }))}
        />
        <WordsField {...state} name="words" label={t("correction.answerWords")} hint={t("correction.answerHint")} />
        <SessionUntil />
        <div>
          <Button look={first ? "main" : "second"} wide>
            {t("correction.answerButton")}
          </Button>
        </div>
      </form>
    </section>
  );
}
