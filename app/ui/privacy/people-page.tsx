import type { ProxyView } from "#app/domain/proxies/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { HelpersList, OpenBook, ProxiesList } from "./proxies-list.tsx";

interface PeoplePageProps {
  me: { name: string };
  /** Whose book is open now; `undefined` for the reader's own. */
  actingFor: string | undefined;
  iHelp: ProxyView[];
  helpMe: ProxyView[];
}

/** Whose book to open. */
export function PeoplePage({ me, actingFor, iHelp, helpMe }: PeoplePageProps) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead title={t("people.title")} lead={t("people.lead")} />
      <ul className="list">
        <li className="person-row">
          <div className="item">
            <p className="item-t">{me.name}</p>
            <p>{t("people.own")}</p>
          </div>
          <OpenBook personId="" current={actingFor === undefined}>
            {t("people.openOwn")}
          </OpenBook>
        </li>
      </ul>
      <section aria-labelledby="i-help" className="apart">
        <h2 id="i-help">{t("people.iHelp")}</h2>
        {iHelp.length === 0 ? (
          <EmptyState>
            <p>{t("people.noneIHelp")}</p>
            <p className="soft">{t("people.noneIHelpLead")}</p>
          </EmptyState>
        ) : (
          <ProxiesList proxies={iHelp} actingFor={actingFor} />
        )}
      </section>
      <section aria-labelledby="help-me" className="apart">
        <h2 id="help-me">{t("people.helpMe")}</h2>
        <HelpersList helpers={helpMe} self />
      </section>
    </div>
  );
}
