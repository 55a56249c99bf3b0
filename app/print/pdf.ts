import { setImmediate } from "node:timers/promises";
import { type ContentsLine, fillContents, roomForContents } from "./contents.ts";
import { layOut, layOutItem, type Place } from "./lay-out.ts";
import type { Block } from "./printable.ts";
import { Sheet, type SheetInput } from "./sheet.ts";

export interface Chapter {
  title: string;
  /** With its title; asked for when its turn comes. */
  blocks: () => Block[];
}

export interface PdfInput extends SheetInput {
  blocks: Block[];
  /** What comes after, each part with its bookmark and its line in the contents. */
  chapters?: { heading: string; list: Chapter[]; onPart: () => void };
  /** At the foot of each page: the left part, and the page's number of so many. */
  footer: string[];
  pageWords: (page: number, pages: number) => string;
  /** Said at the end where a letter could not be printed. */
  unprintable: string;
}

/** A tagged PDF with embedded letters; between its parts others get their turn. */
export async function pdfOf(input: PdfInput): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new Sheet(input);
  const { doc } = sheet;
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => doc.on("end", resolve).on("error", reject));
  const place = { x: sheet.left, width: sheet.width, depth: 0 };
  await layOutAll(sheet, input.blocks, place);
  if (input.chapters) await layOutChapters(sheet, input.chapters, place);
  if (sheet.incomplete)
    layOut(sheet, sheet.root, { kind: "text", runs: [{ look: "soft", text: input.unprintable }] }, place);
  sheet.root.end();
  drawFooters(sheet, input);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

async function layOutAll(sheet: Sheet, blocks: Block[], place: Place): Promise<void> {
  for (const block of blocks) {
    if (block.kind === "list") await layOutList(sheet, block, place);
    else layOut(sheet, sheet.root, block, place);
  }
}

/** The parts one after the other, then the contents before them, as only now their pages are known. */
async function layOutChapters(
  sheet: Sheet,
  { heading, list, onPart }: NonNullable<PdfInput["chapters"]>,
  place: Place,
): Promise<void> {
  const contents = roomForContents(sheet, heading, list.length, place);
  const lines: ContentsLine[] = [];
  for (const { title, blocks } of list) {
    sheet.keep(sheet.pageHeight / 4);
    sheet.doc.outline.addItem(title);
    lines.push({ title, page: sheet.pages });
    await layOutAll(sheet, blocks(), place);
    onPart();
    await setImmediate();
  }
  fillContents(sheet, contents, lines, place);
}

/** One list however long, with a pause after every other entry. */
async function layOutList(sheet: Sheet, { items }: Extract<Block, { kind: "list" }>, place: Place): Promise<void> {
  const list = sheet.doc.struct("L");
  sheet.root.add(list);
  for (const [at, item] of items.entries()) {
    layOutItem(sheet, list, item, place);
    if (at % 2) await setImmediate();
  }
  list.end();
}

/** The running foot is decoration for who reads by ear: it would be read on every page. */
function drawFooters(sheet: Sheet, { footer, pageWords }: PdfInput): void {
  const { doc, left, width } = sheet;
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    doc.font("plain").fontSize(8.5).fillColor("#4a5a54");
    const top = doc.page.height - 58;
    const lines = footer.map((line) => sheet.letters(line)).join("\n");
    doc.text(lines, left, top, { width: width - 80, height: 44, ellipsis: true, lineGap: 1 });
    doc.text(pageWords(at - start + 1, count), left + width - 80, top, { width: 80, align: "right" });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
