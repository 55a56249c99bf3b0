import type { WholeBook } from "#app/domain/health-book/copies/view.ts";
import type { SectionPageView, VisitPageView } from "#app/domain/health-book/view.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";
import { bookPdf } from "./book-pdf.tsx";
import type { PrintContext } from "./markup-of.tsx";
import { wholeBookPdf } from "./whole-book.tsx";

/** What can be had on paper: a page's view model, as the page itself is given it. */
export type PrintDocument =
  | { kind: "visit"; view: VisitPageView }
  | { kind: "section"; view: SectionPageView }
  | { kind: "book"; book: WholeBook };

/** A document as a PDF; `onPart` after each part of one that has parts. It takes a third of a second and more, so it is for the print thread. */
export function pdfOfDocument(
  context: PrintContext,
  document: PrintDocument,
  onPart: () => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (document.kind) {
    case "visit":
      return bookPdf(context, {
        person: document.view.person,
        page: <VisitPage view={document.view} />,
        title: (t) => t("section.title.visits"),
      });
    case "book":
      return wholeBookPdf(context, document.book, onPart);
    case "section": {
      const { view } = document;
      return bookPdf(context, {
        person: view.person,
        page: <SectionPage view={view} whole />,
        title: (t) => t(`section.title.${view.section}`),
      });
    }
  }
}
