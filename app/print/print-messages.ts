import type { Locale } from "#app/i18n/locale.ts";
import type { PrintDocument } from "./document.tsx";

/** What is to be put on paper, as it goes to the print thread. */
export interface PrintOrder {
  language: Locale;
  at: Date;
  document: PrintDocument;
}

/** To the thread; one at a time. */
export interface PrintRequest {
  id: number;
  order: PrintOrder;
}

/** From the thread: the PDF, or the name of the error and nothing of what was printed; before that, that a part is done. */
export type PrintAnswer = { id: number } & ({ pdf: Uint8Array<ArrayBuffer> } | { failure: string } | { part: true });
