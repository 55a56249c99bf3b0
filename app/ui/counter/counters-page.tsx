import type { CounterRowView } from "#app/domain/identity/list-counters.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { CounterForm } from "./counter-form.tsx";
import { CounterRows } from "./counter-rows.tsx";

interface CountersPageProps {
  counters: CounterRowView[];
  facilities: { id: string; name: string }[];
}

/** Every shared machine of the province, for operators. */
export function CountersPage({ counters, facilities }: CountersPageProps) {
  const t = useT();
  return (
    <>
      <PageHead
        title={t("counter.all")}
        lead={t("counter.allLead")}
        back={{ href: "/operator/staff", place: t("staff.title") }}
      />
      <CounterRows counters={counters} />
      <CounterForm facilities={facilities} />
    </>
  );
}
