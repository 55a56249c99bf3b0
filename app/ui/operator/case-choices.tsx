import type { CaseView } from "#app/domain/feeds/quarantine-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { FieldErrors, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { WordsField } from "../primitives/words-field.tsx";

/** What can be decided of a case, each with what follows from it, and why it was. */
export function CaseChoices({ view, form }: { view: CaseView; form: FormState }) {
  const t = useT();
  const chosen = form.values?.decision;
  const choices = [
    ...view.candidates.map((c) => ({
      value: `attach:${c.id}`,
      label: t("quarantine.attach", { name: c.names[0] ?? t("quarantine.nobodyNamed") }),
      hint: t("quarantine.attachHint"),
    })),
    { value: "create", label: t("quarantine.create"), hint: t("quarantine.createHint") },
    { value: "reject", label: t("quarantine.reject"), hint: t("quarantine.rejectHint") },
  ];
  return (
    <section aria-labelledby="decide" className="apart titled">
      <h2 id="decide">{t("quarantine.decide")}</h2>
      <form method="post" className="form-one">
        <HiddenFields values={{ intent: "decide" }} />
        <fieldset className="field" aria-describedby={form.errors?.decision ? "decision-error" : undefined}>
          <legend>{t("quarantine.whose")}</legend>
          {choices.map(({ value, label, hint }) => (
            <label key={value} className="check">
              <input type="radio" name="decision" value={value} defaultChecked={chosen === value} />
              <span>
                {label}
                <br />
                <small className="hint">{hint}</small>
              </span>
            </label>
          ))}
          <FieldErrors name="decision" errors={form.errors} />
        </fieldset>
        <div className="field">
          <label className="check">
            <input type="checkbox" name="link" value="yes" defaultChecked={form.values?.link === "yes"} />
            <span>{t("quarantine.link")}</span>
          </label>
        </div>
        <WordsField {...form} name="note" label={t("quarantine.note")} hint={t("quarantine.noteHint")} />
        <div>
          <Button wide>{t("quarantine.decideButton")}</Button>
        </div>
      </form>
    </section>
  );
}
