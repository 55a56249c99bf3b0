import type { PulledSourcesView, PulledSourceView } from "#app/domain/pulled/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";
import { Select } from "../primitives/select.tsx";
import { FormNotice } from "./form-notice.tsx";

export interface PulledFormState extends FormState {
  saved: boolean;
  /** Outside the sandbox nobody's records are read without a token. */
  clientIdNeeded: boolean;
}

interface PulledFormProps extends PulledFormState, Pick<PulledSourcesView, "facilities" | "types"> {
  changing: PulledSourceView | undefined;
}

const HOURLY = "60";

/** A server to ask: whose it is, where, as whom, for what and how often. */
export function PulledForm({ saved, clientIdNeeded, facilities, types, changing, errors, values }: PulledFormProps) {
  const t = useT();
  const state: FormState = { errors, values: values ?? valuesOf(changing, types) };
  return (
    <section aria-labelledby="add" className="apart">
      <h2 id="add">{changing ? t("pulled.change", { name: changing.facility }) : t("pulled.add")}</h2>
      <FormNotice errors={errors} done={saved ? t("operator.saved") : undefined} />
      {changing && (
        <p>
          <Link href="/operator/pulled#add">{t("pulled.addInstead")}</Link>
        </p>
      )}
      <form method="post" action="/operator/pulled#add" className="form">
        <HiddenFields values={{ intent: "add" }} />
        <Select
          {...state}
          name="facilityId"
          label={t("operator.facility")}
          required
          prompt={t("clients.chooseFacility")}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field {...state} name="everyMinutes" label={t("pulled.rhythm")} inputMode="numeric" required maxLength={5} />
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
        <Field
          {...state}
          name="clientId"
          label={t("pulled.clientId")}
          hint={t("pulled.clientIdHint")}
          required={clientIdNeeded}
          maxLength={200}
        />
        <Checkboxes
          {...state}
          name="resourceTypes"
          legend={t("pulled.types")}
          many
          options={types.map((type) => ({ value: type, label: t(`pulled.type.${type}`), detail: type }))}
        />
        <div>
          <Button wide>{t("pulled.addButton")}</Button>
        </div>
      </form>
    </section>
  );
}

/** What is there already, or what most begin with: everything, every hour. */
function valuesOf(changing: PulledSourceView | undefined, types: readonly string[]): Record<string, string> {
  if (!changing) return { everyMinutes: HOURLY, resourceTypes: types.join(" ") };
  const { facilityId, baseUrl, tokenUrl = "", clientId = "", everyMinutes, resourceTypes } = changing;
  return {
    ...{ facilityId, baseUrl, tokenUrl, clientId },
    everyMinutes: String(everyMinutes),
    resourceTypes: resourceTypes.join(" "),
  };
}
