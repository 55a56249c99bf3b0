import type { BookPerson } from "../view.ts";

/** Whose parents or guardians act by law (Civil Code 2015, articles 21 and 136: under eighteen). */
const ADULT = 18;

/**
 * Is what a book tells of pregnancies put together on a page of its own? To the person always. To who acts for somebody
 * under eighteen never: each entry opens to them as its labels say, and no page points it out.
 */
export function mayBeGathered({ self, birth }: Pick<BookPerson, "self" | "birth">, now: Date): boolean {
  if (self) return true;
  if (!birth) return false;
  const grown = new Date(`${birth.high}T00:00:00+07:00`);
  grown.setUTCFullYear(grown.getUTCFullYear() + ADULT);
  return grown <= now;
}
