import Activity from "lucide-react/icons/activity";
import type { OwnKind } from "#app/domain/health-book/own/kinds.ts";
import type { BookPerson } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Doors } from "../../patterns/doors.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { MeasurementForm } from "./measurement-form.tsx";

const kinds: OwnKind[] = ["blood-pressure", "glucose", "weight", "temperature", "oxygen", "pulse", "height"];

interface NewMeasurementPageProps extends FormState {
  person: BookPerson;
  bookId: string;
  kind: OwnKind | undefined;
  id: string;
  now: string;
}

/** First what was measured, then its form: one question a page. */
export function NewMeasurementPage({ person, bookId, kind, id, now, errors, values }: NewMeasurementPageProps) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead
        title={kind ? t("measurements.recordOf", { kind: t(`measurements.kind.${kind}`) }) : t("measurements.record")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book/measurements", place: t("measurements.titleOf") }}
      />
      {kind ? (
        <MeasurementForm
          kind={kind}
          hidden={{ id: values?.id ?? id, bookId }}
          now={now}
          errors={errors}
          values={values}
        />
      ) : (
        <div className="stack">
          <p>{t("measurements.which")}</p>
          <Doors
            label={t("measurements.which")}
            doors={kinds.map((one) => ({
              href: `/book/measurements/new?kind=${one}`,
              icon: Activity,
              label: t(`measurements.kind.${one}`),
            }))}
          />
        </div>
      )}
    </div>
  );
}
