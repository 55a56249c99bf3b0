import Lock from "lucide-react/icons/lock";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";

/** What locking one's access does and does not, before it is done. */
export function LockPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead
        title={t("lock.title")}
        lead={t("lock.lead")}
        back={{ href: "/privacy/sessions", place: t("sessions.title") }}
      />
      <div className="stack">
        <ul className="dots">
          <li>{t("lock.does.signedOut")}</li>
          <li>{t("lock.does.closed")}</li>
          <li>{t("lock.does.others")}</li>
          <li>{t("lock.does.feeds")}</li>
        </ul>
        <p>{t("lock.again")}</p>
        <form method="post">
          <HiddenFields values={{ intent: "lock" }} />
          <Button look="danger" icon={Lock} wide>
            {t("lock.button")}
          </Button>
        </form>
        <p>
          <Link href="/privacy/sessions">{t("lock.notNow")}</Link>
        </p>
        <p className="foot-help">
          {t("lock.vneid")} <HelpLine />
        </p>
      </div>
    </div>
  );
}
