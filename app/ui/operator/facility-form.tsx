import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";
import { FormNotice } from "./form-notice.tsx";

const kinds = ["hospital", "clinic", "station", "pharmacy", "department"] as const;

export interface FacilityFormProps extends FormState {
  idempotencyKey: string;
  /** The last one sent was saved. */
  saved?: boolean;
}

/** A new facility: names, codes, and why it may send data. */
export function FacilityForm({ idempotencyKey, saved, ...state }: FacilityFormProps) {
  const t = useT();
  const options = kinds.map((kind) => ({ value: kind, label: t(`facilityKind.${kind}`) }));
  return (
    <section aria-labelledby="add" className="apart">
      <h2 id="add">{t("facilities.add")}</h2>
      <FormNotice errors={state.errors} done={saved ? t("operator.saved") : undefined} />
      <form method="post" className="form">
        <HiddenFields values={{ intent: "add", idempotencyKey }} />
        <Field {...state} name="name" label={t("operator.name")} required maxLength={200} />
        <Field {...state} name="shortName" label={t("facilities.shortName")} required maxLength={60} />
        <Field {...state} name="nameEn" label={t("facilities.nameEn")} maxLength={200} />
        <Select {...state} name="kind" label={t("facilities.kind")} required options={options} />
        <Field {...state} name="code5" label={t("facilities.code5")} hint={t("facilities.code5Hint")} maxLength={5} />
        <Field {...state} name="code13" label={t("facilities.code13")} inputMode="numeric" maxLength={13} />
        <Field {...state} name="address" label={t("facilities.address")} maxLength={300} />
        <Field {...state} name="phone" label={t("facilities.phone")} type="tel" maxLength={20} />
        <Field
          {...state}
          name="legalBasis"
          label={t("facilities.legalBasis")}
          hint={t("facilities.legalBasisHint")}
          required
          maxLength={300}
        />
        <Field
          {...state}
          name="expectedEveryHours"
          label={t("facilities.expectedEvery")}
          hint={t("facilities.expectedHint")}
          inputMode="numeric"
          maxLength={4}
        />
        <div>
          <Button wide>{t("facilities.addButton")}</Button>
        </div>
      </form>
    </section>
  );
}
