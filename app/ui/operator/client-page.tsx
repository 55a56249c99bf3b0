import type { ClientView } from "#app/domain/clients/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { ClientKeys } from "./client-keys.tsx";
import { ClientSwitch } from "./client-switch.tsx";
import { FormNotice } from "./form-notice.tsx";

export interface ClientPageProps {
  view: ClientView;
  form: FormState & { done: boolean };
}

/** One system: how it does, its keys, what it may do, and what was refused of it. */
export function ClientPage({ view, form }: ClientPageProps) {
  const { t, f } = useI18n();
  return (
    <>
      <PageHead
        title={view.name}
        eyebrow={view.facility}
        back={{ href: "/operator/clients", place: t("clients.title") }}
      />
      <FormNotice errors={form.errors} done={form.done ? t("clients.done") : undefined} />
      <DescriptionList
        facts={[
          { label: t("clients.id"), value: <code>{view.clientId}</code> },
          {
            label: t("operator.state"),
            value:
              view.suspendedAt === undefined ? (
                <Tag>{t("clients.active")}</Tag>
              ) : (
                <Tag tone="danger">{t("clients.suspended", { date: f.date(view.suspendedAt) })}</Tag>
              ),
          },
          { label: t("clients.created"), value: <Moment at={view.createdAt} as="date" /> },
          {
            label: t("clients.lastUsed"),
            value: view.lastUsedAt === undefined ? t("operator.never") : <Moment at={view.lastUsedAt} />,
          },
          {
            label: t("clients.scopes"),
            value: view.scopes.map((scope) => t.maybe("clients.scope", scope) ?? scope).join(", "),
          },
        ]}
      />
      <div className="confirm">
        {view.suspendedAt === undefined && <p className="hint">{t("clients.suspendHint")}</p>}
        <ClientSwitch row={view} />
      </div>
      <ClientKeys view={view} form={form} />
      <Failures failures={view.failures} />
      <section className="apart">
        <Disclosure label={t("clients.changeScopes")} open={form.values?.intent === "scopes"}>
          <form method="post" className="form-one">
            <HiddenFields values={{ intent: "scopes" }} />
            <p className="hint">{t("clients.changeScopesHint")}</p>
            <Checkboxes
              {...form}
              name="scopes"
              legend={t("clients.scopes")}
              values={form.values ?? { scopes: view.scopes.join(" ") }}
              options={view.allScopes.map((scope) => ({
                value: scope,
                label: t.maybe("clients.scope", scope) ?? scope,
                detail: scope,
              }))}
            />
            <div>
              <Button look="second">{t("clients.changeScopesButton")}</Button>
            </div>
          </form>
        </Disclosure>
      </section>
    </>
  );
}

function Failures({ failures }: { failures: ClientView["failures"] }) {
  const { t, f } = useI18n();
  return (
    <section aria-labelledby="failures" className="apart">
      <h2 id="failures">{t("clients.failures")}</h2>
      {failures.length === 0 ? (
        <p>{t("clients.noFailures")}</p>
      ) : (
        <Table
          caption={t("clients.failures")}
          hideCaption
          rows={failures}
          keyOf={(row) => `${row.day}/${row.code}`}
          columns={[
            { head: t("clients.day"), cell: (row) => f.date(row.day), fit: true },
            {
              head: t("clients.code"),
              cell: (row) => (
                <>
                  {t.maybe("clients.codeOf", row.code)} <code className="kind">{row.code}</code>
                </>
              ),
            },
            { head: t("clients.times"), cell: (row) => f.count(row.count), numeric: true },
          ]}
        />
      )}
    </section>
  );
}
