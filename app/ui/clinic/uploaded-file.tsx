import type { UploadedFileView, UploadedIssueView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StateTag } from "../operator/state-tag.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

const tones: Record<UploadedIssueView["severity"], Tone> = {
  fatal: "danger",
  error: "danger",
  warning: "needs",
  information: "quiet",
};

/** One file: what became of it, of each table, and why of each row. */
export function UploadedFile({ file }: { file: UploadedFileView }) {
  const { t, f } = useI18n();
  const { name, state, problem, replay, counts, tables, issues, issuesTotal } = file;
  return (
    <article className="apart candidate">
      <h3 className="break-all">{name}</h3>
      <p>
        <StateTag state={state} />
      </p>
      <p>{problem ? t(`upload.problem.${problem}`) : t(`upload.next.${state}`)}</p>
      {replay && <p>{t("upload.replay")}</p>}
      {!problem && tables.length === 0 && state !== "quarantined" && (
        <p className="count">
          {t("upload.counts", { accepted: counts.accepted, unchanged: counts.unchanged, rejected: counts.rejected })}
        </p>
      )}
      {tables.length > 0 && <Tables of={file} />}
      {issues.length > 0 && (
        <ul className="plain">
          {issues.map((issue, at) => {
            const key = `${at}`;
            return <Issue key={key} issue={issue} />;
          })}
        </ul>
      )}
      {issuesTotal > issues.length && (
        <p className="soft">{t("upload.shown", { shown: f.count(issues.length), n: issuesTotal })}</p>
      )}
    </article>
  );
}

function Tables({ of }: { of: UploadedFileView }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={t("upload.tables", { name: of.name })}
      hideCaption
      rows={of.tables}
      keyOf={(row) => `${row.maLk ?? ""}${row.table}`}
      columns={[
        { head: t("upload.table"), names: true, cell: (row) => [row.maLk, row.table].filter(Boolean).join(" · ") },
        { head: t("upload.rows"), numeric: true, cell: (row) => f.count(row.rows) },
        { head: t("upload.accepted"), numeric: true, cell: (row) => f.count(row.accepted) },
        { head: t("upload.warned"), numeric: true, cell: (row) => f.count(row.warned) },
        { head: t("upload.refused"), numeric: true, cell: (row) => f.count(row.refused) },
      ]}
    />
  );
}

/** Where, and why; what FHIR says is in English alone. */
function Issue({ issue }: { issue: UploadedIssueView }) {
  const { t, locale } = useI18n();
  const { severity, maLk, table, row, field, vi, en } = issue;
  const place = [maLk, table, row !== undefined && t("upload.row", { n: row }), field].filter(Boolean).join(" · ");
  const text = locale === "vi" && vi ? vi : en;
  return (
    <li>
      <Tag tone={tones[severity]}>{t(`messages.severity.${severity}`)}</Tag> {place && <strong>{place}: </strong>}
      <span lang={text === en ? "en" : locale}>{text}</span>
    </li>
  );
}
