import { useT } from "#app/i18n/t.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { Select } from "../primitives/select.tsx";

const kinds = ["personal_number", "old_id_card", "insurance_card", "passport", "facility_patient_number"] as const;

/** An exact number, of what kind and, for a facility's own, whose. Never a name. */
export function FindPersonFields({ facilities, ...form }: FormState & { facilities: { id: string; name: string }[] }) {
  const t = useT();
  return (
    <>
      <Select
        {...form}
        name="kind"
        label={t("persons.kind")}
        required
        options={kinds.map((kind) => ({ value: kind, label: t(`quarantine.by.${kind}`) }))}
      />
      <Field {...form} name="value" label={t("persons.value")} required maxLength={60} autoComplete="off" />
      <Select
        {...form}
        name="facilityId"
        label={t("persons.facility")}
        hint={t("persons.facilityHint")}
        prompt={t("clients.chooseFacility")}
        options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
