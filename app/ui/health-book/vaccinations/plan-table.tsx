import type { CoursePlan, NextDose } from "#app/domain/health-book/vaccinations/plan.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../../help/status-tag.tsx";
import { type Column, Table } from "../../primitives/table.tsx";
import type { Tone } from "../../primitives/tag.tsx";
import { dayWords, nextWords, stateOf, toldWords } from "./next-words.ts";

const tones: Record<NextDose["state"], Tone> = {
  complete: "quiet",
  due: "info",
  overdue: "needs",
  "not-yet": "quiet",
  unsure: "quiet",
  passed: "quiet",
};

function Given({ of }: { of: CoursePlan }) {
  const i18n = useI18n();
  const { t } = i18n;
  if (of.given.length === 0) return <>{t("vaccinations.noneGiven")}</>;
  return (
    <>
      {t("vaccinations.givenOf", { n: of.given.length, of: of.of })}
      <span className="soft block">{of.given.map(({ day }) => dayWords(day, i18n)).join(" · ")}</span>
    </>
  );
}

/** A facility's own recommendation is said in place of ours. */
function Next({ of }: { of: CoursePlan }) {
  const i18n = useI18n();
  const state = stateOf(of);
  const words = of.told.length > 0 ? of.told.map((one) => toldWords(one, i18n)) : [nextWords(of.next, i18n)];
  return (
    <>
      <StatusTag of={`vaccinations.state.${state}`} tone={tones[state]} brief={state === "complete"} />
      {words.map(
        (sentence) =>
          sentence && (
            <span key={sentence} className="block">
              {sentence}
            </span>
          ),
      )}
    </>
  );
}

const columns = ({ t }: I18n): Column<CoursePlan>[] => [
  { head: t("vaccinations.disease"), names: true, cell: ({ course }) => t(`vaccinations.course.${course}`) },
  { head: t("vaccinations.given"), cell: (row) => <Given of={row} /> },
  { head: t("vaccinations.next"), cell: (row) => <Next of={row} /> },
];

/** By disease: the doses with their days, and what comes next in words. */
export function PlanTable({ plan }: { plan: CoursePlan[] }) {
  const i18n = useI18n();
  return (
    <>
      <Table
        caption={i18n.t("vaccinations.plan")}
        hideCaption
        columns={columns(i18n)}
        rows={plan}
        keyOf={({ course }) => course}
      />
      {plan.some(({ told }) => told.length > 0) && <p className="small">{i18n.t("vaccinations.toldFirst")}</p>}
    </>
  );
}
