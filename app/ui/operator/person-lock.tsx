import type { LockReason, UnlockReason } from "#app/domain/identity/lock-reasons.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";

interface PersonLockProps {
  /** Since when and by whom the person's access is locked. */
  lock: { by: "self" | "operator"; at: string } | undefined;
  /** What may be said of it. */
  reasons: readonly (LockReason | UnlockReason)[];
  form: FormState;
}

/** The help desk closes and opens a person's access, and says why. */
export function PersonLock({ lock, reasons, form }: PersonLockProps) {
  const { t, f } = useI18n();
  const what = lock ? "unlock" : "lock";
  return (
    <Disclosure label={t(`persons.access.${what}`)} open={lock !== undefined || form.values?.intent === what}>
      {lock && <p>{t(`persons.access.by.${lock.by}`, { when: f.moment(lock.at) })}</p>}
      <p>{t(`persons.access.${what}Hint`)}</p>
      <form method="post" className="form">
        <HiddenFields values={{ intent: what }} />
        <Select
          {...form}
          name="why"
          label={t("persons.access.why")}
          required
          prompt={t("persons.access.choose")}
          options={reasons.map((value) => ({ value, label: t(`persons.access.reason.${value}`) }))}
        />
        <Button look={lock ? "second" : "danger"}>{t(`persons.access.${what}Button`)}</Button>
      </form>
    </Disclosure>
  );
}
