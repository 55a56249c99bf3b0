import type { AccessLogView } from "#app/domain/audit/view.ts";
import type { ProxyView } from "#app/domain/proxies/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { LogDay } from "./log-day.tsx";
import { HelpersList } from "./proxies-list.tsx";

interface AccessLogPageProps {
  /** Whose log it is. */
  person: { name: string; self: boolean };
  log: AccessLogView;
  /** People who may act for this person. */
  helpers: ProxyView[];
}

/** Who looked at the book, who may help with it, and how its data is used. */
export function AccessLogPage({ person, log, helpers }: AccessLogPageProps) {
  const t = useT();
  return (
    <>
      <PageHead title={t("log.title")} eyebrow={t("book.of", { name: person.name })} lead={t("log.lead")} />
      <div className="split">
        <div>
          {log.days.length === 0 ? (
            <EmptyState title={t("log.none")}>
              <p>{t("log.noneLead")}</p>
            </EmptyState>
          ) : (
            <>
              <p className="count">{t("log.count", { n: log.total })}</p>
              {log.days.map((day) => (
                <LogDay key={day.day} day={day} />
              ))}
              <Pagination page={log.page} pages={log.pages} hrefOf={(page) => `/privacy?page=${page}`} />
            </>
          )}
        </div>
        <div className="col">
          <section aria-labelledby="strange" className="side no-print">
            <h2 id="strange">{t("log.strange")}</h2>
            <p className="prose">{t("log.strangeLead")}</p>
            <p>
              <HelpLine />
            </p>
          </section>
          <section aria-labelledby="helpers" className="side">
            <h2 id="helpers">{t(person.self ? "people.helpMe" : "people.helpThem")}</h2>
            <HelpersList helpers={helpers} self={person.self} />
          </section>
          <section aria-labelledby="signed-in" className="side no-print">
            <h2 id="signed-in">{t("sessions.title")}</h2>
            <p className="prose">{t("sessions.short")}</p>
            <MoreLink href="/privacy/sessions">{t("sessions.open")}</MoreLink>
            <MoreLink href="/privacy/lock">{t("lock.title")}</MoreLink>
          </section>
          <section aria-labelledby="notice" className="side no-print">
            <h2 id="notice">{t("privacy.title")}</h2>
            <MoreLink href="/privacy/accounts">{t("accounts.link")}</MoreLink>
            <br />
            <MoreLink href="/privacy/notice">{t("privacy.noticeLink")}</MoreLink>
          </section>
        </div>
      </div>
    </>
  );
}
