import type { ReleaseRule } from "#app/domain/access/release-rules.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Table } from "../primitives/table.tsx";

interface ReleasesPageProps {
  rules: { name: ReleaseRule["class"]; when: ReleaseRule["when"]; longestDays: number; from: string }[];
}

/** When results appear: the few classes that wait, for how long at most, and since when. */
export function ReleasesPage({ rules }: ReleasesPageProps) {
  const { t, f } = useI18n();
  return (
    <>
      <PageHead title={t("held.rules")} lead={t("held.rulesLead")} back={{ href: "/help", place: t("help.title") }} />
      <Table
        caption={t("held.rules")}
        hideCaption
        rows={rules}
        keyOf={(row) => `${row.name} ${row.from}`}
        columns={[
          { head: t("held.kind"), names: true, cell: (row) => t(`held.class.${row.name}`) },
          { head: t("held.appears"), cell: (row) => t(`held.rule.${row.when}`) },
          { head: t("held.longest"), cell: (row) => t("held.days", { n: row.longestDays }) },
          { head: t("held.from"), cell: (row) => f.date(`${row.from}T12:00:00+07:00`) },
        ]}
      />
      <p className="prose">{t("held.always")}</p>
    </>
  );
}
