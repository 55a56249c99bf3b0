import type { NextStepView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { Tag } from "../primitives/tag.tsx";
import { When } from "../primitives/when.tsx";
import { CalendarLink } from "./calendar-link.tsx";
import { DateIs } from "./date-is.tsx";

const titles = { appointment: "book.ahead", "vaccination-due": "book.aheadVaccination" } as const;

/** What comes next, before anything else; what to bring stands among the next steps. */
export function NextAppointment({ steps }: { steps: NextStepView[] }) {
  const t = useT();
  const [next] = steps;
  if (!next?.when || (next.form !== "appointment" && next.form !== "vaccination-due")) return null;
  const overdue = next.status === "overdue" ? t("nextStep.status.overdue") : undefined;
  return (
    <section className={overdue ? "ahead ahead-late no-print" : "ahead no-print"} aria-labelledby="ahead">
      <h2 id="ahead" className="kind">
        {t(titles[next.form])}
      </h2>
      <p className="val">
        <When value={next.when} as="appointment" />
      </p>
      <DateIs of={next} />
      {overdue && (
        <p>
          <Tag tone="urgent">{overdue}</Tag>
        </p>
      )}
      {next.title !== undefined && <ClinicalText as="p" text={next.title} />}
      <p>{next.source.facility}</p>
      <CalendarLink of={next} />
      <p>
        <Link href="#next-steps">{t("book.aheadMore")}</Link>
      </p>
    </section>
  );
}
