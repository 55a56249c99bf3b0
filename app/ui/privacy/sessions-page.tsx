import type { SessionLine, SignInsView } from "#app/domain/identity/sessions-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { SignInHistory } from "./sign-in-history.tsx";
import { deviceWords, networkWords } from "./visitor-words.ts";

interface SessionsPageProps {
  sessions: SessionLine[];
  history: SignInsView;
  /** What was just done: one signed out, or several. */
  ended: string | null;
}

/** Where somebody is signed in, what was signed in before, and the way to close everything. */
export function SessionsPage({ sessions, history, ended }: SessionsPageProps) {
  const { t } = useI18n();
  return (
    <>
      <PageHead
        title={t("sessions.title")}
        lead={t("sessions.lead")}
        back={{ href: "/privacy", place: t("log.title") }}
      />
      {ended && (
        <Notice alert>
          <p>{t(ended === "many" ? "sessions.endedMany" : "sessions.endedOne")}</p>
        </Notice>
      )}
      <div className="split">
        <div>
          <section aria-labelledby="now">
            <h2 id="now">{t("sessions.now")}</h2>
            <ul className="list">
              {sessions.map((session) => (
                <SessionItem key={session.id} session={session} />
              ))}
            </ul>
            {sessions.length > 1 && (
              <form method="post" className="confirm">
                <Button look="second">{t("sessions.endOthers")}</Button>
              </form>
            )}
          </section>
          <section aria-labelledby="history" className="apart">
            <h2 id="history">{t("sessions.history")}</h2>
            <SignInHistory lines={history.lines} />
            <Pagination page={history.page} pages={history.pages} hrefOf={(page) => `/privacy/sessions?page=${page}`} />
          </section>
        </div>
        <div className="col">
          <section aria-labelledby="not-you" className="side stack no-print">
            <h2 id="not-you">{t("sessions.notYou")}</h2>
            <p>{t("sessions.notYouText")}</p>
            <LinkButton look="danger" href="/privacy/lock">
              {t("lock.title")}
            </LinkButton>
            <p>
              <HelpLine />
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

function SessionItem({ session }: { session: SessionLine }) {
  const i18n = useI18n();
  const { t } = i18n;
  const device = deviceWords(session.device, i18n);
  return (
    <li className="person-row">
      <div className="item">
        <p className="item-t">
          {device} {session.current && <Tag>{t("sessions.current")}</Tag>}
        </p>
        {session.duty && (
          <p>
            {t("sessions.onDuty", { role: t(`duty.role.${session.duty.role}`) })}
            {session.duty.facility && ` · ${session.duty.facility}`}
          </p>
        )}
        <p>{networkWords(session.network, i18n)}</p>
        <p className="src">
          {t("sessions.since")} <Moment at={session.since} /> · {t("sessions.lastUsed")}{" "}
          {session.current ? t("sessions.justNow") : <Moment at={session.lastUsed} />}
        </p>
      </div>
      {!session.current && (
        <form method="post">
          <HiddenFields values={{ id: session.id }} />
          <Button look="second" aria-label={t("sessions.endNamed", { device })}>
            {t("sessions.end")}
          </Button>
        </form>
      )}
    </li>
  );
}
