import type { ReactElement } from "react";
import type { BookPerson } from "#app/domain/health-book/view.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import type { Translate } from "#app/i18n/translate.ts";
import { MayBeMore } from "#app/ui/health-book/hidden-notes.tsx";
import { PersonFacts } from "#app/ui/health-book/person-facts.tsx";
import { catalogueOf, type PrintContext, printed } from "./markup-of.tsx";
import { pdfOf } from "./pdf.ts";

export interface BookPdf {
  person: BookPerson;
  page: ReactElement;
  title: (t: Translate) => string;
}

/** A page of the book as a PDF to keep or hand over: the page's own words, whose it is, when, and that it is a copy. */
export function bookPdf(context: PrintContext, { person, page, title }: BookPdf): Promise<Uint8Array<ArrayBuffer>> {
  const now = context.now();
  const { t, f } = makeI18n(catalogueOf(context), context.language, now.toISOString());
  const blocks = printed(context, page);
  const head = blocks.findIndex((block) => block.kind === "heading") + 1;
  blocks.splice(head, 0, ...printed(context, <PersonFacts person={person} />, { ages: true }));
  // Said in every copy alike, so that it tells nothing; to helpers the page has said it.
  if (person.self) blocks.push(...printed(context, <MayBeMore self={false} />));
  return pdfOf({
    blocks,
    title: `${title(t)} – ${t("book.of", { name: person.name })}`,
    language: context.language,
    at: now,
    footer: [
      `${person.name} · ${t("pdf.printedAt", { when: f.now() })}`,
      t("pdf.copy", { department: t("common.department") }),
    ],
    pageWords: (number, pages) => t("pdf.page", { page: number, pages }),
    unprintable: t("pdf.unprintable"),
  });
}
