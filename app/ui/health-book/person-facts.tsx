import type { BookPerson } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";

/** Sex, birth date as far as it is known, age. */
export function PersonFacts({ person }: { person: BookPerson }) {
  const { t, f } = useI18n();
  const facts = [t(`common.sex.${person.sex}`), useBirth(person.birth), person.birth && f.age(person.birth)];
  return <p className="soft">{facts.filter((fact) => fact !== undefined).join(" · ")}</p>;
}

function useBirth(birth: BookPerson["birth"]): string | undefined {
  const { t, f } = useI18n();
  if (!birth) return undefined;
  const { low, high } = birth;
  if (low === high) return t("book.born", { date: f.date(low) });
  if (low.slice(0, 7) === high.slice(0, 7)) {
    return t("book.bornMonth", { date: f.day({ from: low, precision: "month" }) });
  }
  const precision = "year" as const;
  const years = low.slice(0, 4) === high.slice(0, 4) ? { from: low, precision } : { from: low, to: high, precision };
  return t("book.bornYear", { date: f.day(years) });
}
