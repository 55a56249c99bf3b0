import type { AssuranceLevel } from "./actor.ts";
import { levelTooLow } from "./open-record.ts";
import { BOOK_LEVEL } from "./rules.ts";

/** Below the book's level nobody has checked that it is them. @throws DomainError `level-too-low`. */
export function requireBookLevel(actor: { assuranceLevel: AssuranceLevel }): void {
  if (actor.assuranceLevel < BOOK_LEVEL) throw levelTooLow();
}
