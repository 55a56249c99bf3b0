import type { SourcesView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";

/** Facilities that sent nothing for this person: the others are not connected yet, and say so. */
export function SilentFacilities({ silent }: { silent: SourcesView["silent"] }) {
  const t = useT();
  return (
    <section aria-labelledby="silent" className="apart">
      <h2 id="silent">{t("sources.silent")}</h2>
      <p className="lead">{t("sources.silentLead")}</p>
      <ul className="list">
        {silent.map((one) => (
          <li key={one.facility} className="row">
            <span className="item-t">{one.facility}</span>
            <span className="soft">{t(one.connected ? "sources.connected" : "sources.notConnected")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
