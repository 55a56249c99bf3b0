import { citizenPage } from "#app/http/page.ts";
import { sectionPdf } from "#app/http/print/section-pdf.tsx";

/** GET /book/vaccinations.pdf: the vaccination record on paper. */
export const loader = citizenPage((page) => sectionPdf(page, "vaccinations", "so-khoe-tiem-chung"));
