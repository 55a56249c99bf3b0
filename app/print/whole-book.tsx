import type { WholeBook } from "#app/domain/health-book/copies/view.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { SectionOnPaper, WholeBookFront } from "#app/ui/health-book/copies/whole-book-paper.tsx";
import { catalogueOf, type PrintContext, printed } from "./markup-of.tsx";
import { pdfOf } from "./pdf.ts";
import type { Block } from "./printable.ts";

/** What a section's list calls its parts stands a level below the section. */
const chapter = (blocks: Block[]): Block[] =>
  blocks.map((block, at) => (at > 0 && block.kind === "heading" ? { ...block, level: 3 } : block));

/** A whole book on paper: whose it is and what it holds, contents, then section by section. */
export function wholeBookPdf(
  context: PrintContext,
  book: WholeBook,
  onPart: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const at = context.now();
  const { t, f } = makeI18n(catalogueOf(context), context.language, at.toISOString());
  const { name } = book.person;
  return pdfOf({
    blocks: printed(context, <WholeBookFront book={book} />, { ages: true }),
    chapters: {
      heading: t("copy.paper.contents"),
      list: book.sections.map((view) => ({
        title: t("copy.paper.chapter", { title: t(`section.title.${view.section}`), n: view.items.length }),
        blocks: () => chapter(printed(context, <SectionOnPaper view={view} self={book.person.self} />)),
      })),
      onPart,
    },
    title: t("book.of", { name }),
    language: context.language,
    at,
    footer: [
      `${name} · ${t("pdf.printedAt", { when: f.now() })}`,
      t("pdf.copy", { department: t("common.department") }),
    ],
    pageWords: (page, pages) => t("pdf.page", { page, pages }),
    unprintable: t("pdf.unprintable"),
  });
}
