/** Somebody else has just taken what this transaction wanted to take: decided anew, it comes out right. */
export class Contended extends Error {
  override name = "Contended";
}

/** Serialisation failure and deadlock (PostgreSQL, class 40). */
const AGAIN = new Set(["40001", "40P01"]);
const TRIES = 5;

/** Does a whole transaction again when it met another one. What it did is undone before. */
export async function retried<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || !metAnother(error)) throw error;
    return retried(work, tries - 1);
  }
}

const metAnother = (error: unknown): boolean =>
  error instanceof Contended || (error instanceof Error && "code" in error && AGAIN.has(String(error.code)));
