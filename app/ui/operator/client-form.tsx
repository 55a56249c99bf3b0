import type { ClientsView } from "#app/domain/clients/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import { Field, type FormState, TextArea } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";
import { FormNotice } from "./form-notice.tsx";

export interface ClientFormProps extends FormState, Pick<ClientsView, "facilities" | "scopes"> {
  idempotencyKey: string;
  /** The id just issued. */
  registered?: string | undefined;
}

const example = '{"keys":[{"kty":"EC","crv":"P-384","kid":"…","x":"…","y":"…"}]}';

/** A new system: whose it is, what it may do, and its public keys. */
export function ClientForm({ idempotencyKey, registered, facilities, scopes, ...state }: ClientFormProps) {
  const t = useT();
  const done = registered === undefined ? undefined : t("clients.registered", { id: registered });
  return (
    <section aria-labelledby="register" className="apart">
      <h2 id="register">{t("clients.register")}</h2>
      <FormNotice errors={state.errors} done={done} />
      <form method="post" className="form">
        <HiddenFields values={{ intent: "register", idempotencyKey }} />
        <Select
          {...state}
          name="facilityId"
          label={t("operator.facility")}
          required
          prompt={t("clients.chooseFacility")}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field {...state} name="name" label={t("clients.name")} hint={t("clients.nameHint")} required maxLength={120} />
        <Checkboxes
          {...state}
          name="scopes"
          legend={t("clients.scopes")}
          options={scopes.map((scope) => ({
            value: scope,
            label: t.maybe("clients.scope", scope) ?? scope,
            detail: scope,
          }))}
        />
        <TextArea {...state} name="jwks" label={t("clients.jwks")} hint={t("clients.jwksHint", { example })} />
        <Field
          {...state}
          name="jwksUri"
          label={t("clients.jwksUri")}
          hint={t("clients.jwksUriHint")}
          type="url"
          inputMode="url"
          maxLength={500}
        />
        <div>
          <Button wide>{t("clients.registerButton")}</Button>
        </div>
      </form>
    </section>
  );
}
