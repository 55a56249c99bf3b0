import type { DutyView } from "#app/domain/identity/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";

/** What the form of a duty sends: the role, and the facility where it has one. */
export const dutyValue = ({ role, facilityId }: Pick<DutyView, "role" | "facilityId">): string =>
  facilityId ? `${role}:${facilityId}` : role;

interface DutyButtonsProps {
  duties: readonly DutyView[];
  returnTo?: string | undefined;
  /** Beside the page, so that what was written on it stays. */
  newTab?: boolean | undefined;
}

/** One press takes a duty; each says as what and where. */
export function DutyButtons({ duties, returnTo, newTab }: DutyButtonsProps) {
  const t = useT();
  return (
    <div className="btns btns-column">
      {duties.map((duty) => (
        <form key={dutyValue(duty)} method="post" action="/duty" target={newTab ? "_blank" : undefined}>
          <input type="hidden" name="duty" value={dutyValue(duty)} />
          {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
          <Button wide>
            {t("duty.continueAs", {
              role: t(`duty.role.${duty.role}`),
              facility: duty.facility ?? t("common.department"),
            })}
          </Button>
        </form>
      ))}
    </div>
  );
}

/** Back to being oneself. */
export function OwnBookButton({ newTab, look = "main" }: { newTab?: boolean; look?: "main" | "second" }) {
  const t = useT();
  return (
    <form method="post" action="/duty" target={newTab ? "_blank" : undefined}>
      <input type="hidden" name="duty" value="" />
      <Button look={look}>{t("duty.toOwn")}</Button>
    </form>
  );
}
