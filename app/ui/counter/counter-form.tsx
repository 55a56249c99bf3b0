import { useT } from "#app/i18n/t.tsx";
import { FormNotice } from "../operator/form-notice.tsx";
import { Button } from "../primitives/button.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { Select } from "../primitives/select.tsx";

interface CounterFormProps extends FormState {
  /** For operators, who say where it stands. */
  facilities?: { id: string; name: string }[];
}

/** Makes the browser that shows it a counter. */
export function CounterForm({ facilities, ...state }: CounterFormProps) {
  const t = useT();
  return (
    <section aria-labelledby="register" className="apart stack">
      <h2 id="register">{t("counter.registerHere")}</h2>
      <p>{t("counter.registerText")}</p>
      <FormNotice errors={state.errors} />
      <form method="post" action="/counter/register" className="form">
        <Field {...state} name="name" label={t("counter.name")} hint={t("counter.nameHint")} required maxLength={60} />
        {facilities && (
          <Select
            {...state}
            name="facilityId"
            label={t("operator.facility")}
            required
            prompt={t("staff.choose")}
            options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div>
          <Button wide>{t("counter.registerButton")}</Button>
        </div>
      </form>
    </section>
  );
}
