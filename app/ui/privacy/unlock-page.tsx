import LockOpen from "lucide-react/icons/lock-open";
import { useI18n } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { ConfirmForm } from "../public/confirm-form.tsx";

interface UnlockPageProps {
  locked: {
    at: string;
    by: "self" | "operator";
    /** The digital ID can prove who it is as strongly as needed. */
    reachable: boolean;
    /** It was proved after the lock. */
    proved: boolean;
  };
}

/** All that is left while access is locked: since when, and how to open it again. */
export function UnlockPage({ locked }: UnlockPageProps) {
  const { t, f } = useI18n();
  const bySelf = locked.by === "self" && locked.reachable;
  return (
    <div className="prose">
      <PageHead
        title={t("lock.locked")}
        lead={t(locked.by === "self" ? "lock.since" : "lock.sinceDesk", { when: f.moment(locked.at) })}
      />
      <div className="stack">
        <p>{t("lock.nobody")}</p>
        {bySelf && (
          <section className="stack">
            <h2>{t("lock.open")}</h2>
            <p>{t(locked.proved ? "lock.openNow" : "lock.openHow")}</p>
            {locked.proved ? (
              <form method="post">
                <HiddenFields values={{ intent: "unlock" }} />
                <Button icon={LockOpen} wide>
                  {t("lock.openButton")}
                </Button>
              </form>
            ) : (
              <ConfirmForm action="unlock" label={t("stepUp.button")} returnTo="/privacy/lock" />
            )}
          </section>
        )}
        <section className="stack">
          <h2>{t(bySelf ? "lock.orDesk" : "lock.desk")}</h2>
          <p>{t("lock.deskText")}</p>
          <p>
            <HelpLine button={bySelf ? "second" : true} />
          </p>
        </section>
      </div>
    </div>
  );
}
