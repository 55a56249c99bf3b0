import type { SectionPageView, VisitPageView } from "#app/domain/health-book/view.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";
import { bookPdf } from "./book-pdf.tsx";
import type { PrintContext } from "./markup-of.tsx";

/** What can be had on paper: a page's view model, as the page itself is given it. */
export type PrintDocument = { kind: "visit"; view: VisitPageView } | { kind: "section"; view: SectionPageView };

/** A document as a PDF. It takes a third of a second, so it is for the print thread. */
export function pdfOfDocument(context: PrintContext, document: PrintDocument): Promise<Uint8Array<ArrayBuffer>> {
  switch (document.kind) {
    case "visit":
      return bookPdf(context, {
        person: document.view.person,
        page: <VisitPage view={document.view} />,
        title: (t) => t("section.title.visits"),
      });
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
