import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";

/** Whom to call when trying again does not help. */
export function StillWrong() {
  const t = useT();
  return (
    <p className="foot-help">
      {t("problem.stillWrong")} <HelpLine />
    </p>
  );
}
