import { useI18n } from "#app/i18n/t.tsx";

/** A birth date as exact as it is known. */
export function useBirthWords(): (birth: { low: string; high: string } | undefined) => string | undefined {
  const { f } = useI18n();
  return (birth) => {
    if (!birth) return undefined;
    const { low, high } = birth;
    if (low === high) return f.date(low);
    if (low.slice(0, 7) === high.slice(0, 7)) return f.day({ from: low, precision: "month" });
    return low.slice(0, 4) === high.slice(0, 4)
      ? f.day({ from: low, precision: "year" })
      : f.day({ from: low, to: high, precision: "year" });
  };
}

/** Numbers, each with what it is. */
export function Numbers({ of }: { of: { kind: string; value: string }[] }) {
  const { t } = useI18n();
  return (
    <ul className="plain">
      {of.map(({ kind, value }) => (
        <li key={`${kind}/${value}`}>
          {t.maybe("quarantine.by", kind) ?? t("quarantine.by.other")}: <span translate="no">{value}</span>
        </li>
      ))}
    </ul>
  );
}
