import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { FindPersonFields } from "./find-person-fields.tsx";
import { FormNotice } from "./form-notice.tsx";

/** The way to a person: an exact number, and nothing else. */
export function PersonsPage({ facilities, form }: { facilities: { id: string; name: string }[]; form: FormState }) {
  const t = useT();
  return (
    <>
      <PageHead
        title={t("persons.title")}
        lead={t("persons.lead")}
        back={{ href: "/operator", place: t("operator.title") }}
      />
      <FormNotice errors={form.errors} />
      <form method="post" className="form">
        <FindPersonFields facilities={facilities} {...form} />
        <div>
          <Button wide>{t("persons.find")}</Button>
        </div>
      </form>
    </>
  );
}
