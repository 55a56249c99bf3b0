import type { DutyView } from "#app/domain/identity/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { DutyButtons, dutyValue, OwnBookButton } from "./duty-buttons.tsx";

interface DutyPageProps {
  current: DutyView | undefined;
  duties: DutyView[];
  returnTo: string | undefined;
  /** At a shared counter, which locks sooner. */
  atCounter: boolean;
}

/** As what somebody is here, and what else they may be. */
export function DutyPage({ current, duties, returnTo, atCounter }: DutyPageProps) {
  const t = useT();
  const others = duties.filter((duty) => !current || dutyValue(duty) !== dutyValue(current));
  return (
    <div className="narrow">
      <PageHead title={t("duty.title")} lead={t("duty.lead")} />
      <section aria-labelledby="now" className="apart stack">
        <h2 id="now">{t("duty.now")}</h2>
        {current ? (
          <>
            <p className="lead">
              <b>{t(`duty.role.${current.role}`)}</b> · {current.facility ?? t("common.department")}
            </p>
            <p>{t(atCounter ? "counter.isCounter" : "duty.idle")}</p>
            <OwnBookButton look="second" />
          </>
        ) : (
          <Notice>
            <p>{t("duty.asSelf")}</p>
          </Notice>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others" className="apart">
          <h2 id="others">{t(current ? "duty.otherDuties" : "duty.choose")}</h2>
          <DutyButtons duties={others} returnTo={returnTo} />
        </section>
      )}
      <section aria-labelledby="machine" className="apart">
        <h2 id="machine">{t("duty.machine")}</h2>
        <ul className="stack">
          <li>
            <Link href="/counter/register">{t("counter.register")}</Link>
          </li>
          <li>
            <Link href="/counter/passkeys">{t("passkeys.title")}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
