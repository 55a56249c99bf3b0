import { useT } from "#app/i18n/t.tsx";
import { Field, type FormState } from "../primitives/field.tsx";

/** Degree, licence, and the days the role is in force. */
export function TermsFields(state: FormState) {
  const t = useT();
  return (
    <>
      <Field {...state} name="degree" label={t("staff.degree")} hint={t("staff.degreeHint")} maxLength={120} />
      <Field {...state} name="licenceNumber" label={t("staff.licence")} hint={t("staff.licenceHint")} maxLength={40} />
      <Field {...state} name="validFrom" label={t("staff.from")} hint={t("staff.fromHint")} type="date" />
      <Field {...state} name="validTo" label={t("staff.until")} hint={t("staff.untilHint")} type="date" />
    </>
  );
}
