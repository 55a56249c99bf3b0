import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { Button } from "../../primitives/button.tsx";
import { DescriptionList } from "../../primitives/description-list.tsx";
import { Field } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { FormNotice } from "../form-notice.tsx";
import type { RegisterPartProps } from "./registers-page.tsx";

/** Where a hospital shows its pictures. */
export function Viewer({ view: { viewer }, sent }: RegisterPartProps) {
  const { t, f } = useI18n();
  const state = { errors: sent?.errors, values: sent?.done === undefined ? sent?.values : undefined };
  return (
    <section aria-labelledby="viewer" className="apart stack">
      <h2 id="viewer">{t("registers.viewer")}</h2>
      <p>{t("registers.viewerLead")}</p>
      {viewer === undefined ? (
        <EmptyState title={t("registers.noViewer")} />
      ) : (
        <DescriptionList
          facts={[
            { label: t("registers.template"), value: viewer.template },
            { label: t("registers.host"), value: viewer.host },
            { label: t("registers.from"), value: f.date(viewer.since) },
            { label: t("registers.basis"), value: viewer.legalBasis },
          ]}
        />
      )}
      <h3>{t("registers.setViewer")}</h3>
      <FormNotice errors={sent?.errors} done={sent?.done === undefined ? undefined : t("operator.saved")} />
      <form method="post" className="form">
        <HiddenFields values={{ intent: "viewer" }} />
        <Field
          {...state}
          name="viewerTemplate"
          label={t("registers.template")}
          hint={t("registers.templateHint", { study: "{studyUid}", accession: "{accession}" })}
          required
          maxLength={500}
        />
        <Field
          {...state}
          name="viewerHost"
          label={t("registers.host")}
          hint={t("registers.hostHint")}
          required
          maxLength={253}
        />
        <Field {...state} name="viewerBasis" label={t("registers.basis")} required maxLength={300} />
        <div>
          <Button>{t("registers.saveViewer")}</Button>
        </div>
      </form>
    </section>
  );
}
