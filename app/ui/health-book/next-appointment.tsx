import type { NextStepView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { When } from "../primitives/when.tsx";

/** The next appointment, before anything else: what it is and what to bring stands among the next steps. */
export function NextAppointment({ steps }: { steps: NextStepView[] }) {
  const t = useT();
  const next = steps.find((step) => step.form === "appointment" && step.when !== undefined);
  if (!next) return null;
  return (
    <section className="ahead no-print" aria-labelledby="ahead">
      <h2 id="ahead" className="kind">
        {t("book.ahead")}
      </h2>
      <p className="val">
        <When value={next.when} as="appointment" />
      </p>
      <p>{next.source.facility}</p>
      {next.title !== undefined && <ClinicalText as="p" text={next.title} />}
      <p>
        <Link href="#next-steps">{t("book.aheadMore")}</Link>
      </p>
    </section>
  );
}
