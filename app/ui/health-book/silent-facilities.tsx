import type { SourcesView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { whyHref } from "../feeds/why-href.ts";
import { Link } from "../primitives/link.tsx";
import { VisuallyHidden } from "../primitives/visually-hidden.tsx";

/** Facilities of which nothing is in the book. That they sent nothing is said only where it is certain. */
export function SilentFacilities({ view: { silent, mayHaveSent } }: { view: SourcesView }) {
  const t = useT();
  const connected = mayHaveSent ? "sources.connectedOnly" : "sources.connected";
  return (
    <section aria-labelledby="silent" className="apart">
      <h2 id="silent">{t(mayHaveSent ? "sources.unsure" : "sources.silent")}</h2>
      {mayHaveSent && <p>{t("sources.unsureWhy")}</p>}
      <p className="lead">{t("sources.silentLead")}</p>
      <ul className="list">
        {silent.map((one) => (
          <li key={one.facility} className="row">
            <span className="item-t">{one.facility}</span>
            <span className="soft">{t(one.connected ? connected : "sources.notConnected")}</span>{" "}
            <Link href={whyHref({ facilityId: one.facilityId })}>
              {t("feed.why")}
              <VisuallyHidden>: {one.facility}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
