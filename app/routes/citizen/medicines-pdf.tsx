import { citizenPage } from "#app/http/page.ts";
import { sectionPdf } from "#app/http/print/section-pdf.tsx";

/** GET /book/medicines.pdf: the medicine list on paper. */
export const loader = citizenPage((page) => sectionPdf(page, "medicines", "so-khoe-thuoc"));
