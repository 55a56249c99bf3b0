import { readSection } from "#app/domain/health-book/read-section.ts";
import type { Page } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { bookPdf } from "./book-pdf.tsx";

/** All of one section on paper. */
export async function sectionPdf(
  { ctx, context, url }: Page,
  section: "medicines" | "vaccinations",
  fileName: string,
): Promise<Response> {
  const view = await readSection(ctx, { section, page: 1, whole: true, showHidden: showsHidden(url) });
  return bookPdf(context, {
    person: view.person,
    page: <SectionPage view={view} whole />,
    title: (t) => t(`section.title.${section}`),
    fileName,
  });
}
