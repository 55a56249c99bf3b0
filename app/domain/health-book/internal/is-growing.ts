/** A growth chart ends with the nineteenth birthday (WHO growth reference 2007). */
const YEARS = 19;

/** Is somebody born then, on the earliest day that may mean, still under nineteen? */
export function isGrowing(born: string, now: Date): boolean {
  const year = String(Number(born.slice(0, 4)) + YEARS);
  return (
    new Date(`${year}-${born.slice(5, 7)}-01T00:00:00+07:00`).getTime() + (Number(born.slice(8)) - 1) * 86_400_000 >
    now.getTime()
  );
}
