import BriefcaseMedical from "lucide-react/icons/briefcase-medical";
import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import type { Account } from "./page-shell.tsx";

/** At work: blue on all four sides, as what and where, and the way to something else. */
export function DutyFrame({
  duty,
  atCounter,
  children,
}: {
  duty: NonNullable<Account["duty"]>;
  atCounter: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="on-duty">
      <aside className="duty-bar" aria-label={t("duty.frame")}>
        <div className="page">
          <p>
            <Icon of={BriefcaseMedical} />
            <span>
              <b>{t(`duty.role.${duty.role}`)}</b> <span>{duty.facility ?? t("common.department")}</span>
            </span>
          </p>
          <div className="duty-acts">
            <Link href="/duty">{t("duty.change")}</Link>
            {atCounter && (
              <form method="post" action="/counter" data-lock>
                <input type="hidden" name="intent" value="lock" />
                <button type="submit">
                  <Icon of={Lock} size={20} />
                  {t("counter.lock")}
                </button>
              </form>
            )}
          </div>
        </div>
      </aside>
      {children}
    </div>
  );
}
