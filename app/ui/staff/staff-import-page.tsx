import type { RosterAnswer } from "#app/domain/staff/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { controlProps, FieldFrame } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";

const columns = ["number", "name", "role", "facility", "degree", "licenceNumber", "validFrom", "validTo"] as const;
type Answer = RosterAnswer & { name: string };

interface StaffImportPageProps {
  issuers: { issuer: string; label: string }[];
  /** The digital ID whose sign-ins carry the roles. */
  chosen: string;
  most: number;
  sent: { answers: Answer[] } | undefined;
}

/** A facility's whole roster from a file, and what became of each row. */
export function StaffImportPage({ issuers, chosen, most, sent }: StaffImportPageProps) {
  const { t } = useI18n();
  const field = {
    name: "files",
    label: t("staff.file"),
    hint: t("staff.fileHint", { n: most }),
    required: true,
    errors: sent && sent.answers.length === 0 ? { files: [t("staff.noFile")] } : undefined,
  };
  return (
    <>
      <PageHead
        title={t("staff.import")}
        lead={t("staff.importLead")}
        back={{ href: "/operator/staff", place: t("staff.title") }}
      />
      {sent?.answers.map((answer, at) => {
        const key = `${at}`;
        return <FileAnswer key={key} answer={answer} />;
      })}
      {issuers.length > 1 && (
        <nav className="apart stack" aria-labelledby="issuers">
          <p id="issuers">
            <b>{t("staff.importIssuer")}</b>
          </p>
          <div className="chips">
            {issuers.map(({ issuer, label }) => (
              <Link
                key={issuer}
                className="chip"
                href={`?${new URLSearchParams({ issuer })}`}
                aria-current={issuer === chosen ? "true" : undefined}
              >
                {label}
              </Link>
            ))}
          </div>
        </nav>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        className="form-one apart"
        action={`?${new URLSearchParams({ issuer: chosen })}`}
      >
        <FieldFrame {...field}>
          <input className="input" type="file" accept=".csv,text/csv" {...controlProps(field)} />
        </FieldFrame>
        <div>
          <Button wide>{t("staff.importButton")}</Button>
        </div>
      </form>
      <section aria-labelledby="columns" className="apart stack">
        <h2 id="columns">{t("staff.columns")}</h2>
        <p>{t("staff.columnsLead")}</p>
        <Table
          caption={t("staff.columns")}
          hideCaption
          rows={[...columns]}
          keyOf={(column) => column}
          columns={[
            { head: t("staff.column"), names: true, cell: (column) => <code>{t(`staff.heading.${column}`)}</code> },
            { head: t("staff.meaning"), cell: (column) => t(`staff.means.${column}`) },
          ]}
        />
        <p>{t("staff.example")}</p>
        <pre className="code">
          {columns.map((column) => t(`staff.heading.${column}`)).join(";")}
          {"\n"}
          {t("staff.exampleRow")}
        </pre>
      </section>
    </>
  );
}

function FileAnswer({ answer }: { answer: Answer }) {
  const { t } = useI18n();
  const count = (outcome: string) => answer.rows.filter((row) => row.outcome === outcome).length;
  const refused = answer.rows.filter((row) => row.outcome === "refused");
  return (
    <section className="apart" aria-label={answer.name}>
      <h2>{answer.name}</h2>
      {answer.unread ? (
        <Notice tone="danger" alert>
          <p>{answer.unread}</p>
        </Notice>
      ) : (
        <Notice tone={refused.length === 0 ? "info" : "needs"} alert>
          <p>
            {t("staff.outcomes", {
              added: count("added"),
              changed: count("changed"),
              unchanged: count("unchanged"),
              refused: refused.length,
            })}
          </p>
        </Notice>
      )}
      {answer.rows.length > 0 && (
        <Table
          caption={answer.name}
          hideCaption
          // What is to be put right comes first.
          rows={[...refused, ...answer.rows.filter((row) => row.outcome !== "refused")]}
          keyOf={(row) => String(row.line)}
          columns={[
            { head: t("staff.row"), names: true, fit: true, cell: (row) => row.line },
            {
              head: t("staff.outcome"),
              fit: true,
              cell: (row) => (
                <Tag {...(row.outcome === "refused" && { tone: "danger" as const })}>
                  {t(`staff.outcomeOf.${row.outcome}`)}
                </Tag>
              ),
            },
            {
              head: t("staff.why"),
              cell: (row) =>
                Object.entries(row.errors).map(([field, codes]) => (
                  <span key={field} className="kind">
                    {columns.some((column) => column === field) && (
                      <b>{t(`staff.heading.${field as (typeof columns)[number]}`)}: </b>
                    )}
                    {codes.join(" ")}
                  </span>
                )),
            },
          ]}
        />
      )}
    </section>
  );
}
