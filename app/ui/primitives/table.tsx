import type { ReactNode } from "react";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Names the row: a header cell. The first column when none is marked. */
  names?: boolean;
  numeric?: boolean;
  /** Kept on one line where there is room. */
  fit?: boolean;
}

interface TableProps<Row> {
  caption: string;
  /** The caption is already the heading above. */
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Values of a report, which have a shape of their own on the phone. */
  values?: boolean;
}

const classOf = <Row,>(column: Column<Row>) =>
  [column.numeric && "num", column.fit && "fit"].filter(Boolean).join(" ") || undefined;

/** `display: block` on the phone takes a table's meaning away from screen readers; these give it back. */
const role = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table that turns into cards on the phone. */
export function Table<Row>({ caption, hideCaption, columns, rows, keyOf, values }: TableProps<Row>) {
  const naming = columns.find((column) => column.names) ?? columns[0];
  return (
    <table className={values ? "tbl tbl-values" : "tbl"} {...role.table}>
      <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
      <thead {...role.rowgroup}>
        <tr {...role.row}>
          {columns.map((column) => (
            <th key={column.head} scope="col" {...role.columnheader} className={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...role.row}>
            {columns.map((column) =>
              column === naming ? (
                <th key={column.head} scope="row" {...role.rowheader} className={classOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.head} {...role.cell} data-label={column.head} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
