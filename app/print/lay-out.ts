import type { Block, Run } from "./printable.ts";
import type { Element, Sheet } from "./sheet.ts";

const SIZES = { 1: 18, 2: 13.5, 3: 11.5 } as const;
const TEXT = 10.5;
const INDENT = 12;

export interface Place {
  x: number;
  width: number;
  /** Lists within lists. */
  depth: number;
}

/** Puts one block on the sheet, under its structure element; headings stay with what follows. */
export function layOut(sheet: Sheet, parent: Element, block: Block, place: Place): void {
  const { doc } = sheet;
  switch (block.kind) {
    case "heading": {
      const size = SIZES[block.level];
      sheet.keep(sheet.height(block.runs, size, place.width) + 90);
      doc.y += block.level === 1 ? 2 : 10;
      sheet.line(parent, `H${block.level}`, block.runs, { size, strong: true, ...place });
      doc.y += 3;
      return;
    }
    case "text":
      sheet.line(parent, "P", block.runs, { size: TEXT, ...place });
      doc.y += 2;
      return;
    case "list":
      sheet.group(parent, "L", (list) => {
        for (const item of block.items) layOutItem(sheet, list, item, place);
      });
      return;
    case "facts":
      sheet.group(parent, "Table", (table) => {
        for (const { label, value } of block.pairs) layOutFact(sheet, table, label, value, place);
      });
      doc.y += 4;
      return;
    case "table":
      if (block.caption.length > 0) sheet.line(parent, "P", block.caption, { size: TEXT, strong: true, ...place });
      sheet.group(parent, "Table", (table) => {
        for (const row of block.rows) layOutRow(sheet, table, row, place);
      });
      doc.y += 4;
  }
}

/** What is longer than this may be parted: a page half empty is worse. */
const KEPT_WHOLE = 0.4;

/** An entry of a list, kept on one page unless it is a large part of one. */
export function layOutItem(sheet: Sheet, list: Element, item: Block[], { x, width, depth }: Place): void {
  const inner = depth === 0 ? { x, width, depth: 1 } : { x: x + INDENT, width: width - INDENT, depth: depth + 1 };
  sheet.keep(Math.min(heightOf(sheet, item, inner.width), sheet.pageHeight * KEPT_WHOLE));
  if (depth === 0) {
    sheet.doc.y += 4;
    sheet.rule();
    sheet.doc.y += 5;
  }
  sheet.group(list, "LI", (li) =>
    sheet.group(li, "LBody", (body) => {
      for (const block of item) layOut(sheet, body, block, inner);
    }),
  );
}

/** About how high these blocks are: enough to keep an entry on one page. */
function heightOf(sheet: Sheet, blocks: Block[], width: number): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === "text") return sum + sheet.height(block.runs, TEXT, width) + 2;
    if (block.kind === "heading") return sum + sheet.height(block.runs, SIZES[block.level], width) + 13;
    if (block.kind === "list")
      return sum + block.items.reduce((s, item) => s + heightOf(sheet, item, width - INDENT) + 9, 0);
    return sum + 30;
  }, 10);
}

/** A fact with its name beside it; what is longer than a page stands under it. */
function layOutFact(sheet: Sheet, table: Element, label: Run[], value: Block[], { x, width, depth }: Place): void {
  const side = Math.min(150, width * 0.35);
  const rest = { x: x + side + 10, width: width - side - 10, depth: depth + 1 };
  const height = Math.max(sheet.height(label, TEXT, side), heightOf(sheet, value, rest.width));
  sheet.keep(height);
  sheet.group(table, "TR", (row) => {
    const top = sheet.doc.y;
    sheet.group(
      row,
      "TH",
      (cell) => sheet.line(cell, "P", label, { size: TEXT, strong: true, x, width: side, y: top }),
      { scope: "Row" },
    );
    const under = sheet.doc.y;
    const fits = height < sheet.pageHeight;
    if (fits) sheet.doc.y = top;
    sheet.group(row, "TD", (cell) => {
      for (const block of value) layOut(sheet, cell, block, fits ? rest : { x, width, depth: depth + 1 });
    });
    sheet.doc.y = Math.max(sheet.doc.y, fits ? under : 0) + 2;
  });
}

function layOutRow(sheet: Sheet, table: Element, cells: { header: boolean; runs: Run[] }[], { x, width }: Place): void {
  if (cells.length === 0) return;
  const column = width / cells.length;
  const heights = cells.map(({ runs }) => sheet.height(runs, TEXT - 1, column - 8));
  sheet.keep(Math.max(...heights) + 6);
  const top = sheet.doc.y;
  const heads = cells.every(({ header }) => header);
  sheet.group(table, "TR", (row) => {
    for (const [at, { header, runs }] of cells.entries()) {
      const options = header ? { scope: heads ? "Column" : "Row" } : {};
      sheet.group(
        row,
        header ? "TH" : "TD",
        (cell) =>
          sheet.line(cell, "P", runs, {
            size: TEXT - 1,
            strong: header,
            x: x + at * column,
            width: column - 8,
            y: top,
          }),
        options,
      );
    }
  });
  sheet.doc.y = top + Math.max(...heights) + 4;
  sheet.rule();
  sheet.doc.y += 3;
}
