import type { PulledSourcesView } from "#app/domain/pulled/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";
import { FormNotice } from "./form-notice.tsx";

interface PulledFormProps extends FormState, Pick<PulledSourcesView, "facilities" | "types"> {
  saved: boolean;
}

/** A server to ask: whose it is, where, as whom, for what and how often. */
export function PulledForm({ saved, facilities, types, ...state }: PulledFormProps) {
  const t = useT();
  return (
    <section aria-labelledby="add" className="apart">
      <h2 id="add">{t("pulled.add")}</h2>
      <FormNotice errors={state.errors} done={saved ? t("operator.saved") : undefined} />
      <form method="post" className="form">
        <HiddenFields values={{ intent: "add" }} />
        <Select
          {...state}
          name="facilityId"
          label={t("operator.facility")}
          required
          prompt={t("clients.chooseFacility")}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          {...state}
          name="baseUrl"
          label={t("pulled.baseUrl")}
          hint={t("pulled.baseUrlHint")}
          type="url"
          required
          maxLength={500}
        />
        <Field
          {...state}
          name="tokenUrl"
          label={t("pulled.tokenUrl")}
          hint={t("pulled.tokenUrlHint")}
          type="url"
          maxLength={500}
        />
        <Field {...state} name="clientId" label={t("pulled.clientId")} maxLength={200} />
        <Checkboxes
          {...state}
          name="resourceTypes"
          legend={t("pulled.types")}
          options={types.map((type) => ({ value: type, label: type }))}
        />
        <Field {...state} name="everyMinutes" label={t("pulled.rhythm")} inputMode="numeric" required maxLength={5} />
        <div>
          <Button wide>{t("pulled.addButton")}</Button>
        </div>
      </form>
    </section>
  );
}
