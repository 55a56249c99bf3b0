import PDFDocument from "pdfkit";
import { fonts } from "./fonts.ts";
import { printableText, UNPRINTABLE } from "./letters.ts";
import type { Run } from "./printable.ts";

export type Element = ReturnType<PDFKit.PDFDocument["struct"]>;

/** Points: 1/72 inch. */
const MARGIN = { top: 48, bottom: 76, left: 52, right: 52 };
const INK = { plain: "#14231f", strong: "#14231f", soft: "#4a5a54" } as const;
const LINE_GAP = 2.5;

export interface SheetInput {
  title: string;
  language: string;
  at: Date;
}

/** A tagged A4 document under way, with the typeface embedded. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  /** A letter was met that the typeface lacks. */
  incomplete = false;
  private readonly holds = fonts().holds;

  constructor({ title, language, at }: SheetInput) {
    this.doc = new PDFDocument({
      size: "A4",
      margins: MARGIN,
      bufferPages: true,
      pdfVersion: "1.7",
      subset: "PDF/UA" as never,
      tagged: true,
      lang: language,
      displayTitle: true,
      font: fonts().plain as never,
      info: { Title: title, Creator: "Sổ Khỏe", CreationDate: at, ModDate: at },
    });
    this.doc.registerFont("plain", fonts().plain).registerFont("strong", fonts().strong);
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.doc.page.width - MARGIN.left - MARGIN.right;
  }

  get left(): number {
    return MARGIN.left;
  }

  /** How much of the page is left. */
  get room(): number {
    return this.doc.page.height - MARGIN.bottom - this.doc.y;
  }

  get pageHeight(): number {
    return this.doc.page.height - MARGIN.top - MARGIN.bottom;
  }

  /** A new page, unless so much room is left or no page has it. */
  keep(height: number): void {
    if (height > this.room && height < this.pageHeight) this.doc.addPage();
  }

  /** How many pages there are so far; the last is where it goes on. */
  get pages(): number {
    const { start, count } = this.doc.bufferedPageRange();
    return start + count;
  }

  letters(text: string): string {
    const printable = printableText(text, this.holds);
    this.incomplete ||= printable.includes(UNPRINTABLE) && !text.includes(UNPRINTABLE);
    return printable;
  }

  height(runs: Run[], size: number, width: number): number {
    this.doc.font("strong").fontSize(size);
    return this.doc.heightOfString(this.letters(runs.map(({ text }) => text).join("")), { width, lineGap: LINE_GAP });
  }

  /** One structure element with a line or paragraph in it. */
  line(
    parent: Element,
    tag: string,
    runs: Run[],
    at: { size: number; x: number; width: number; y?: number; strong?: boolean; align?: "right" },
  ): void {
    const { doc } = this;
    const element = doc.struct(tag, {}, () => {
      for (const [index, run] of runs.entries()) {
        doc
          .font(at.strong || run.look === "strong" ? "strong" : "plain")
          .fontSize(run.look === "soft" ? at.size * 0.9 : at.size)
          .fillColor(INK[run.look]);
        const options = {
          width: at.width,
          lineGap: LINE_GAP,
          continued: index < runs.length - 1,
          ...(at.align && { align: at.align }),
        };
        const text = this.letters(run.text);
        if (index === 0) doc.text(text, at.x, at.y ?? doc.y, options);
        else doc.text(text, options);
      }
    });
    parent.add(element);
    element.end();
  }

  group(parent: Element, tag: string, work: (element: Element) => void, options: object = {}): void {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    work(element);
    element.end();
  }

  /** Decoration, which is nothing to read. */
  rule(color = "#d5ddd9"): void {
    const { doc, left, width } = this;
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(0.6)
      .strokeColor(color)
      .stroke();
    doc.endMarkedContent();
  }
}
