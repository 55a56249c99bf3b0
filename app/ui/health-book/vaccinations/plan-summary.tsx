import type { CoursePlan, NextDose } from "#app/domain/health-book/vaccinations/plan.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { stateOf } from "./next-words.ts";

/** What to do now, before the table. */
export function PlanSummary({ plan }: { plan: CoursePlan[] }) {
  const { t, f } = useI18n();
  const named = (state: NextDose["state"]) =>
    plan.filter((one) => stateOf(one) === state).map(({ course }) => t(`vaccinations.course.${course}`));
  const [overdue, due] = [named("overdue"), named("due")];
  if (overdue.length + due.length === 0) return <p>{t("vaccinations.sumNone")}</p>;
  return (
    <Notice tone={overdue.length > 0 ? "needs" : "info"}>
      {overdue.length > 0 && <p>{t("vaccinations.sumOverdue", { diseases: f.list(overdue) })}</p>}
      {due.length > 0 && <p>{t("vaccinations.sumDue", { diseases: f.list(due) })}</p>}
      <p>{t("vaccinations.sumWhat")}</p>
    </Notice>
  );
}
