import type { ClaimantView, IdentityCaseView } from "#app/domain/identity/case-view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { FieldErrors, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Radios } from "../primitives/radios.tsx";
import { Select } from "../primitives/select.tsx";
import { WordsField } from "../primitives/words-field.tsx";

const answers = ["come-with-card", "provider-to-correct", "call-us"] as const;
const refusals = ["not-confirmed", "provider-data", "other-account"] as const;

/** What can be decided of a sign-in, each with what follows from it; or only answered. */
export function IdentityChoices({ view, form }: { view: IdentityCaseView; form: FormState }) {
  const i18n = useI18n();
  const { t } = i18n;
  const moves = view.candidates.some((candidate) => candidate.linked);
  const choices = [
    ...view.candidates.flatMap((candidate) => choicesOf(i18n, candidate, moves)),
    { value: "create", label: t("identities.create"), hint: t("identities.createHint") },
    { value: "refuse", label: t("identities.refuse"), hint: t("identities.refuseHint") },
  ];
  const revision = String(view.revision);
  return (
    <section aria-labelledby="decide" className="apart titled">
      <h2 id="decide">{t("identities.decide")}</h2>
      <form method="post" className="form-one">
        <HiddenFields values={{ intent: "decide", revision }} />
        <fieldset className="field" aria-describedby={form.errors?.decision ? "decision-error" : undefined}>
          <legend>{t("identities.whose")}</legend>
          {choices.map(({ value, label, hint }) => (
            <label key={value} className="check">
              <input type="radio" name="decision" value={value} defaultChecked={form.values?.decision === value} />
              <span>
                {label}
                <br />
                <small className="hint">{hint}</small>
              </span>
            </label>
          ))}
          <FieldErrors name="decision" errors={form.errors} />
        </fieldset>
        <Select
          {...form}
          name="refusal"
          label={t("identities.refusal")}
          prompt={t("identities.refusalPrompt")}
          options={refusals.map((value) => ({ value, label: t(`identities.refusalOf.${value}`) }))}
        />
        <WordsField {...form} name="why" label={t("identities.why")} hint={t("identities.whyHint")} />
        <div>
          <Button wide>{t("identities.decideButton")}</Button>
        </div>
      </form>
      <AnswerPart view={view} form={form} />
    </section>
  );
}

/** An answer that decides nothing: what is needed of the person. */
export function AnswerPart({ view, form }: { view: IdentityCaseView; form: FormState }) {
  const { t } = useI18n();
  return (
    <Disclosure label={t("identities.answer")} open={form.values?.intent === "answer"}>
      <form method="post" className="form-one">
        <HiddenFields values={{ intent: "answer", revision: String(view.revision) }} />
        <p className="hint">{t("identities.answerLead")}</p>
        <Radios
          {...form}
          name="answer"
          legend={t("signInHelp.answerTitle")}
          chosen={view.answer}
          options={answers.map((value) => ({ value, label: t(`identities.answerOf.${value}`) }))}
        />
        <div>
          <Button look="second">{t("identities.answerButton")}</Button>
        </div>
      </form>
    </Disclosure>
  );
}

function choicesOf({ t }: I18n, candidate: ClaimantView, moves: boolean) {
  const name = candidate.names[0] ?? t("quarantine.nobodyNamed");
  const { id, linked, replaces, reissue } = candidate;
  const choice = (kind: "link" | "replace" | "reissue", what: string, hint: string) => ({
    value: `${kind}:${id}`,
    label: what,
    hint: candidate.second ? `${t("identities.secondHint")} ${hint}` : hint,
  });
  const first = linked
    ? choice("link", t("identities.keep", { name }), t("identities.keepHint"))
    : replaces
      ? choice("replace", t("identities.replace", { name }), t("identities.replaceHint"))
      : choice("link", t("identities.link", { name }), t(moves ? "identities.moveHint" : "identities.linkHint"));
  if (!reissue || (replaces && !linked)) return [first];
  return [choice("reissue", t("identities.reissue", { name }), t("identities.reissueHint")), first];
}
