import type { MessagesView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { messagesHref } from "./messages-href.ts";

const states = ["accepted", "partly_accepted", "rejected", "quarantined"] as const;

/** Narrow the list by state, within the facility chosen above. */
export function MessageFilters({ view: { filter, facilities } }: { view: MessagesView }) {
  const { t } = useI18n();
  const chosen = facilities.find((one) => one.facilityId === filter.facilityId);
  return (
    <div className="stack filters">
      {chosen && (
        <p>
          {t("messages.filterFacility", { name: chosen.facility })} ·{" "}
          <Link href={messagesHref({ state: filter.state })}>{t("messages.clear")}</Link>
        </p>
      )}
      <nav className="chips" aria-label={t("messages.filters")}>
        {[undefined, ...states].map((state) => (
          <Link
            key={state ?? "all"}
            className="chip"
            href={messagesHref({ facilityId: filter.facilityId, state })}
            aria-current={state === filter.state ? "true" : undefined}
          >
            {state === undefined ? t("operator.all") : t(`messages.stateOf.${state}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
