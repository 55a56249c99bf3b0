/** Enough for the amounts, days and codes of one package, which repeat from row to row. */
const MOST = 2_000;

/** The same function, which does not work out again what it was asked lately. */
export function remember<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as R;
    if (known.size >= MOST) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
