import type { HelpView } from "#app/domain/identity/case-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { WordsField } from "../primitives/words-field.tsx";

/** How to reach somebody whose sign-in waits. What was left already is shown, and can be changed. */
export function SignInHelpForm({ view, form }: { view: HelpView; form: FormState }) {
  const t = useT();
  const { phone, words } = view;
  const fields = (
    <form method="post" className="form-one">
      <HiddenFields values={{ intent: "say" }} />
      <Field
        {...form}
        name="phone"
        label={t("signInHelp.phone")}
        hint={t("signInHelp.phoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
        required
      />
      <WordsField
        errors={form.errors}
        values={form.values ?? (words === undefined ? undefined : { words })}
        name="words"
        label={t("signInHelp.words")}
        hint={t("signInHelp.wordsHint")}
        optional
      />
      <div>
        <Button wide>{t("signInHelp.send")}</Button>
      </div>
    </form>
  );
  return (
    <section aria-labelledby="reach" className="apart titled">
      <h2 id="reach">{t("signInHelp.form")}</h2>
      {phone === undefined ? (
        fields
      ) : (
        <>
          <p>
            {t("signInHelp.left", { phone })}
            {words !== undefined && (
              <>
                <br />
                {t("signInHelp.leftWords", { words })}
              </>
            )}
          </p>
          <Disclosure label={t("signInHelp.change")} open={form.errors !== undefined}>
            {fields}
          </Disclosure>
        </>
      )}
    </section>
  );
}
