import type { MeasurementView, ResultView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { InterpretationTag } from "../patterns/interpretation-tag.tsx";
import { Value } from "../patterns/value.tsx";
import { rangeText } from "../patterns/value-text.ts";
import { readable } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { type Column, Table } from "../primitives/table.tsx";
import { ItemFlags } from "./item-flags.tsx";
import { resultHref } from "./sections.ts";

type Row = MeasurementView & Partial<Pick<ResultView, "id" | "hidden" | "unsafe" | "withdrawn" | "tableRange">>;

/** The laboratory's own; else that of the facility's table, and it is said. */
function ranges(row: Row, i18n: I18n): string {
  const own = row.ranges.flatMap((range) => rangeText(range, i18n) ?? []).join("; ");
  const range = row.tableRange && rangeText(row.tableRange, i18n);
  if (own || !row.tableRange || !range) return own;
  return i18n.t("result.tableRangeShort", { range, date: i18n.f.date(row.tableRange.from) });
}

function nameOf(row: Row, linked: boolean | undefined, { t }: I18n) {
  const name = row.title === undefined ? t("item.untitled.result") : readable(row.title, t);
  return linked && row.id !== undefined ? <Link href={resultHref(row.id, row.hidden)}>{name}</Link> : name;
}

/** A value of a result of its own says where it is not to be taken as it stands. */
function ValueCell({ of }: { of: Row }) {
  const item = { hidden: false, unsafe: of.unsafe === true, withdrawn: of.withdrawn === true };
  return (
    <>
      <Value of={of.value} />
      <ItemFlags item={item} explain={false} />
    </>
  );
}

interface MeasurementTableProps {
  caption: string;
  rows: Row[];
  /** The rows are results with pages of their own. */
  linked?: boolean;
}

/** The values of one report under each other. */
export function MeasurementTable({ caption, rows, linked }: MeasurementTableProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const columns: Column<Row>[] = [
    { head: t("result.test"), cell: (row) => <span translate="no">{nameOf(row, linked, i18n)}</span>, names: true },
    { head: t("result.value"), cell: (row) => <ValueCell of={row} /> },
    { head: t("result.rangeShort"), cell: (row) => ranges(row, i18n) },
    {
      head: t("result.meaning"),
      cell: (row) => row.interpretation && <InterpretationTag of={row.interpretation} />,
    },
  ];
  const used = columns.filter(
    (_, at) => at < 2 || rows.some((row) => (at === 2 ? row.ranges.length > 0 || row.tableRange : row.interpretation)),
  );
  return (
    <Table values caption={caption} columns={used} rows={rows} keyOf={(row) => row.id ?? `${rows.indexOf(row)}`} />
  );
}
