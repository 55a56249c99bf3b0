import { useT } from "#app/i18n/t.tsx";
import { Field, type FormState, TextArea } from "../../primitives/field.tsx";
import { Radios } from "../../primitives/radios.tsx";

const phrases = ["normal", "repeat", "visit", "call"] as const;

/** The few phrases people learn to know, and room for words of one's own. */
export function PhraseFields(form: FormState) {
  const t = useT();
  return (
    <>
      <Radios
        {...form}
        name="phrase"
        legend={t("explain.phrase")}
        options={phrases.map((value) => ({ value, label: t(`explain.choice.${value}`) }))}
      />
      <Field {...form} name="weeks" label={t("explain.weeks")} inputMode="numeric" maxLength={3} autoComplete="off" />
      <TextArea {...form} name="words" label={t("explain.words")} hint={t("explain.wordsHint")} />
    </>
  );
}
