import type { Place } from "./lay-out.ts";
import type { Element, Sheet } from "./sheet.ts";

const SIZE = 10.5;
const LINE = 19;
const NUMBER_WIDTH = 48;

export interface ContentsLine {
  title: string;
  /** From 1. */
  page: number;
}

/** Where the contents will stand: its place among what is read, its page, how far down. */
export interface ContentsRoom {
  element: Element;
  page: number;
  y: number;
}

/** Leaves room for a heading and so many lines; their pages are known at the end alone. */
export function roomForContents(sheet: Sheet, heading: string, lines: number, { x, width }: Place): ContentsRoom {
  const { doc } = sheet;
  sheet.keep(lines * LINE + 60);
  doc.y += 10;
  sheet.line(sheet.root, "H2", [{ text: heading, look: "strong" }], { size: 13.5, strong: true, x, width });
  const element = doc.struct("TOC");
  sheet.root.add(element);
  const room = { element, page: sheet.pages - 1, y: doc.y + 3 };
  doc.y = room.y + lines * LINE + 6;
  return room;
}

/** A title longer than its line is cut there; its chapter has it whole. */
export function fillContents(
  sheet: Sheet,
  { element, page, y }: ContentsRoom,
  lines: ContentsLine[],
  place: Place,
): void {
  const { doc } = sheet;
  const last = sheet.pages - 1;
  const { y: end } = doc;
  doc.switchToPage(page);
  for (const [at, line] of lines.entries()) {
    const top = y + at * LINE;
    sheet.group(element, "TOCI", (item) => {
      const title = { size: SIZE, x: place.x, width: place.width - NUMBER_WIDTH, y: top };
      sheet.line(item, "Reference", [{ text: line.title, look: "plain" }], title);
      const number = { size: SIZE, x: place.x + place.width - NUMBER_WIDTH, width: NUMBER_WIDTH, y: top };
      sheet.line(item, "Lbl", [{ text: String(line.page), look: "plain" }], { ...number, align: "right" });
    });
    doc.y = top + LINE - 5;
    sheet.rule();
  }
  element.end();
  doc.switchToPage(last);
  doc.y = end;
}
