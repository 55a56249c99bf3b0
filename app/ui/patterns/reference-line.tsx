import { useT } from "#app/i18n/t.tsx";

/** What the help line can find in the log; never shown first. */
export function ReferenceLine({ id }: { id: string | undefined }) {
  const t = useT();
  return id ? <p className="soft small">{t("errors.reference", { id })}</p> : null;
}
