import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { Rich, useT } from "#app/i18n/t.tsx";
import { Icon } from "../primitives/icon.tsx";

/** Somebody else's book is open: violet on all four sides, their name, and one press to leave. */
export function ActingForFrame({ name, children }: { name: string; children: ReactNode }) {
  const t = useT();
  return (
    <div className="acting">
      <aside className="acting-bar" aria-label={t("acting.frame")}>
        <div className="page">
          <p>
            <Icon of={Users} />
            <span>
              <Rich id="acting.banner" values={{ name: <b className="person">{name}</b> }} />
            </span>
          </p>
          <form method="post" action="/people">
            <input type="hidden" name="personId" value="" />
            <button type="submit">{t("acting.leave")}</button>
          </form>
        </div>
      </aside>
      {children}
    </div>
  );
}
