import BriefcaseMedical from "lucide-react/icons/briefcase-medical";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";
import type { Account } from "./page-shell.tsx";

/** At work: blue on all four sides, as what and where, and the way to something else. */
export function DutyFrame({ duty, children }: { duty: NonNullable<Account["duty"]>; children: ReactNode }) {
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
          <Link href="/duty">{t("duty.change")}</Link>
        </div>
      </aside>
      {children}
    </div>
  );
}
