import Search from "lucide-react/icons/search";
import Upload from "lucide-react/icons/upload";
import UserPlus from "lucide-react/icons/user-plus";
import type { StaffLineView, StaffListView } from "#app/domain/staff/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { Field } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { Select } from "../primitives/select.tsx";
import { StaffTable } from "./staff-table.tsx";

const states = ["in-force", "expiring", "expired", "coming", "ended", "all"] as const;

interface StaffPageProps {
  view: StaffListView;
  filter: { facilityId: string | undefined; state: (typeof states)[number] };
  facilities: { id: string; name: string }[];
  searched: { q: string; found: StaffLineView[] } | undefined;
}

/** Who works where, in which role, and until when. */
export function StaffPage({ view, filter, facilities, searched }: StaffPageProps) {
  const { t } = useI18n();
  const query = (page: number) =>
    `?${new URLSearchParams({ ...(filter.facilityId && { facility: filter.facilityId }), state: filter.state, page: String(page) })}`;
  return (
    <>
      <PageHead
        title={t("staff.title")}
        lead={t("staff.lead")}
        back={{ href: "/operator", place: t("operator.title") }}
      />
      <div className="btns">
        <LinkButton href="/operator/staff/new" icon={UserPlus}>
          {t("staff.add")}
        </LinkButton>
        <LinkButton href="/operator/staff/import" look="second" icon={Upload}>
          {t("staff.import")}
        </LinkButton>
        <LinkButton href="/operator/counters" look="second">
          {t("counter.all")}
        </LinkButton>
      </div>
      <form method="post" className="form-row apart">
        <Field
          name="q"
          label={t("staff.search")}
          hint={t("staff.searchHint")}
          values={{ q: searched?.q ?? "" }}
          required
          maxLength={120}
        />
        <div>
          <Button look="second" icon={Search}>
            {t("staff.searchButton")}
          </Button>
        </div>
      </form>
      {searched ? <Found found={searched.found} /> : <Listed {...{ view, filter, facilities, query }} />}
    </>
  );
}

function Found({ found }: { found: StaffLineView[] }) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="found" className="apart">
      <h2 id="found">{t("staff.found", { n: found.length })}</h2>
      {found.length === 0 ? (
        <EmptyState>
          <p>{t("staff.foundNone")}</p>
        </EmptyState>
      ) : (
        <StaffTable caption={t("staff.title")} lines={found} />
      )}
      <p>
        <Link href="/operator/staff">{t("staff.wholeList")}</Link>
      </p>
    </section>
  );
}

type ListedProps = Omit<StaffPageProps, "searched"> & { query: (page: number) => string };

function Listed({ view, filter, facilities, query }: ListedProps) {
  const { t } = useI18n();
  const values = { facility: filter.facilityId ?? "", state: filter.state };
  return (
    <section aria-labelledby="list" className="apart stack">
      <h2 id="list">{t("staff.list")}</h2>
      <form method="get" className="form-row">
        <Select
          name="facility"
          label={t("operator.facility")}
          values={values}
          prompt={t("staff.allFacilities")}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="state"
          label={t("operator.state")}
          required
          values={values}
          options={states.map((state) => ({ value: state, label: t(`staff.state.${state}`) }))}
        />
        <div>
          <Button look="second">{t("staff.show")}</Button>
        </div>
      </form>
      {view.lines.length === 0 ? (
        <EmptyState>
          <p>{t("staff.none")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="count">{t("staff.total", { n: view.total })}</p>
          <StaffTable caption={t("staff.list")} lines={view.lines} />
        </>
      )}
      <Pagination page={view.page} pages={view.pages} hrefOf={query} />
    </section>
  );
}
