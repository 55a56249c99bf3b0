import { useI18n } from "#app/i18n/t.tsx";

/** On paper only: where the sheet comes from, and when. */
export function PrintedFrom() {
  const { t, f } = useI18n();
  return (
    <p className="print-only small" aria-hidden="true">
      {t("shell.printedFrom", { department: t("common.department"), when: f.now() })}
    </p>
  );
}
