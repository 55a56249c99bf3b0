import { useT } from "#app/i18n/t.tsx";
import { FormNotice } from "../operator/form-notice.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";
import { TermsFields } from "./terms-fields.tsx";

const roles = ["pharmacist", "clinician", "clerk", "operator", "privacy-officer"] as const;

interface StaffNewPageProps {
  facilities: { id: string; name: string }[];
  issuers: { issuer: string; label: string }[];
  form: FormState;
}

/** Somebody new on the roster, or another role of somebody who is there. */
export function StaffNewPage({ facilities, issuers, form }: StaffNewPageProps) {
  const t = useT();
  return (
    <>
      <PageHead
        title={t("staff.add")}
        lead={t("staff.addLead")}
        back={{ href: "/operator/staff", place: t("staff.title") }}
      />
      <FormNotice errors={form.errors} />
      <form method="post" className="form">
        <Field
          {...form}
          name="number"
          label={t("staff.number")}
          hint={t("staff.numberHint")}
          inputMode="numeric"
          required
          maxLength={20}
          autoComplete="off"
        />
        <Field
          {...form}
          name="name"
          label={t("staff.name")}
          hint={t("staff.nameHint")}
          required
          maxLength={120}
          autoComplete="off"
        />
        <Select
          {...form}
          name="role"
          label={t("staff.role")}
          required
          prompt={t("staff.choose")}
          options={roles.map((role) => ({ value: role, label: t(`duty.role.${role}`) }))}
        />
        <Select
          {...form}
          name="facilityId"
          label={t("operator.facility")}
          hint={t("staff.facilityHint")}
          prompt={t("staff.choose")}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {issuers.length === 1 ? (
          <HiddenFields values={{ issuer: issuers[0]?.issuer ?? "" }} />
        ) : (
          <Select
            {...form}
            name="issuer"
            label={t("staff.issuer")}
            required
            options={issuers.map(({ issuer, label }) => ({ value: issuer, label }))}
          />
        )}
        <TermsFields {...form} />
        <div>
          <Button wide>{t("staff.addButton")}</Button>
        </div>
      </form>
    </>
  );
}
