import { useT } from "#app/i18n/t.tsx";
import { Button } from "../../primitives/button.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Select } from "../../primitives/select.tsx";

interface DemandFormProps extends FormState {
  facilities: { id: string; name: string }[];
}

/** To tell that a place still asks for paper; it says nothing of who tells it. */
export function DemandForm({ facilities, errors, values }: DemandFormProps) {
  const t = useT();
  return (
    <section id="demand" aria-labelledby="demand-title" className="titled no-print">
      <h2 id="demand-title">{t("papers.demand")}</h2>
      <p className="lead">{t("papers.demandLead")}</p>
      <form method="post" action="/book/papers" className="form">
        <HiddenFields values={{ intent: "demand" }} />
        <Select
          name="facility"
          label={t("papers.which")}
          prompt={t("papers.choose")}
          required
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          errors={errors}
          values={values}
        />
        <Button look="second" wide>
          {t("papers.tell")}
        </Button>
      </form>
    </section>
  );
}
