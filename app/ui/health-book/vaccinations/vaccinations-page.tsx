import type { VaccinationsPageView } from "#app/domain/health-book/vaccinations/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { SectionPage } from "../section-page.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { PlanTable } from "./plan-table.tsx";

/** What was given, what the schedule says comes next, and each dose. */
export function VaccinationsPage({ view }: { view: VaccinationsPageView }) {
  const { t } = useI18n();
  const { plan, noPlan, leftOut, items } = view;
  return (
    <SectionPage view={view}>
      {items.length > 0 && <MoreLink href="/book/vaccinations/certificate">{t("vaccinations.toCertificate")}</MoreLink>}
      {noPlan && items.length > 0 && <p>{t(`vaccinations.noPlan.${noPlan}`)}</p>}
      {plan && (
        <section aria-labelledby="plan">
          <h2 id="plan">{t("vaccinations.plan")}</h2>
          <PlanSummary plan={plan} />
          {(view.hiddenByYou > 0 || view.hiddenByRule > 0) && <p>{t("vaccinations.hidden")}</p>}
          {view.birthInPart && <p>{t("vaccinations.birthInPart")}</p>}
          <PlanTable plan={plan} />
          <LeftOut of={leftOut} />
          <p className="small">{t("vaccinations.planLead")}</p>
          <p className="small">{t("vaccinations.source")}</p>
        </section>
      )}
      {plan && items.length > 0 && <h2>{t("vaccinations.list")}</h2>}
    </SectionPage>
  );
}

function LeftOut({ of }: { of: VaccinationsPageView["leftOut"] }) {
  const { t, f } = useI18n();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{t("vaccinations.leftOut")}</h3>
      <ul>
        {of.map(({ id, title, when, why }) => (
          <li key={id}>
            <span translate="no">{title ?? t("item.untitled.vaccination")}</span>
            {when && ` · ${f.day(when)}`} · {t(`vaccinations.why.${why}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
