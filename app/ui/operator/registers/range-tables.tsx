import type { RangeTableView, TablePreview } from "#app/domain/facility-registers/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { Button } from "../../primitives/button.tsx";
import { Field, TextArea } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { Table } from "../../primitives/table.tsx";
import { FormNotice } from "../form-notice.tsx";
import type { RegisterPartProps } from "./registers-page.tsx";

const until = (to: string | undefined, { t, f }: I18n) => (to === undefined ? t("registers.untilFurther") : f.date(to));

/** Signed tables of reference ranges: those that are kept, and the form for the next. */
export function RangeTables({ view, sent, idempotencyKey }: RegisterPartProps) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="ranges" className="apart stack">
      <h2 id="ranges">{t("registers.ranges")}</h2>
      <p>{t("registers.rangesLead")}</p>
      {view.tables.length === 0 ? <EmptyState title={t("registers.noRanges")} /> : <Kept tables={view.tables} />}
      <h3>{t("registers.addRanges")}</h3>
      <FormNotice errors={sent?.errors} done={sent?.done === undefined ? undefined : t("operator.saved")} />
      {sent?.preview && <Preview of={sent.preview} />}
      <RangeForm sent={sent} idempotencyKey={idempotencyKey} />
    </section>
  );
}

function Kept({ tables }: { tables: RangeTableView[] }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  return (
    <Table
      caption={t("registers.ranges")}
      hideCaption
      rows={tables}
      keyOf={(row) => row.id}
      columns={[
        { head: t("registers.from"), cell: (row) => f.date(row.validFrom), fit: true },
        { head: t("registers.to"), cell: (row) => until(row.validTo, i18n), fit: true },
        { head: t("registers.lines"), cell: (row) => f.count(row.lines), numeric: true },
        { head: t("registers.document"), cell: (row) => row.sourceDocument, names: true },
        { head: t("registers.signature"), cell: (row) => <Signature of={row} /> },
        { head: t("registers.basis"), cell: (row) => row.legalBasis },
      ]}
    />
  );
}

/** By which key the file was signed; else who signed the paper, and the file's digest to compare with it. */
function Signature({ of }: { of: RangeTableView }) {
  const { t } = useI18n();
  const digest = of.checksum.slice(0, 16);
  return of.signingKey === undefined
    ? t("registers.paperSigned", { name: of.signedBy, digest })
    : t("registers.keySigned", { name: of.signedBy, key: of.signingKey, digest });
}

const MOST_FAULTS = 50;

function Preview({ of }: { of: TablePreview }) {
  const { t } = useI18n();
  return (
    <Notice tone={of.faults.length > 0 ? "needs" : "info"}>
      <p>{t("registers.previewLines", { n: of.lines })}</p>
      <p>{t("registers.digest", { digest: of.checksum })}</p>
      {of.faults.length === 0 ? (
        <p>{t("registers.previewGood")}</p>
      ) : (
        <ul>
          {of.faults.slice(0, MOST_FAULTS).map(({ line, fault }) => (
            <li key={`${line} ${fault}`}>
              {t("registers.faultAt", { line })} {t(`registers.fault.${fault}`)}
            </li>
          ))}
        </ul>
      )}
      {of.faults.length > MOST_FAULTS && <p>{t("registers.moreFaults", { n: of.faults.length - MOST_FAULTS })}</p>}
    </Notice>
  );
}

function RangeForm({ sent, idempotencyKey }: Pick<RegisterPartProps, "sent" | "idempotencyKey">) {
  const { t } = useI18n();
  const state = { errors: sent?.errors, values: sent?.done === undefined ? sent?.values : undefined };
  return (
    <form method="post" className="form">
      <HiddenFields values={{ idempotencyKey }} />
      <TextArea {...state} name="csv" label={t("registers.csv")} hint={t("registers.csvHint")} required />
      <Field {...state} name="validFrom" type="date" label={t("registers.from")} required />
      <Field {...state} name="validTo" type="date" label={t("registers.to")} hint={t("registers.toHint")} />
      <Field
        {...state}
        name="sourceDocument"
        label={t("registers.document")}
        hint={t("registers.documentHint")}
        required
        maxLength={300}
      />
      <Field {...state} name="signedBy" label={t("registers.signedBy")} required maxLength={200} />
      <TextArea {...state} name="signature" label={t("registers.jws")} hint={t("registers.jwsHint")} />
      <Field {...state} name="rangeBasis" label={t("registers.basis")} required maxLength={300} />
      <div className="btns">
        <Button name="intent" value="preview" look="second">
          {t("registers.check")}
        </Button>{" "}
        <Button name="intent" value="save">
          {t("registers.saveRanges")}
        </Button>
      </div>
    </form>
  );
}
