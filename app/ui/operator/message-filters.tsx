import type { MessagesView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Field } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";
import { Select } from "../primitives/select.tsx";
import { messagesHref } from "./messages-href.ts";

const states = ["accepted", "partly_accepted", "rejected", "quarantined"] as const;

/** Narrow the list by state, within the facility chosen above. */
export function MessageFilters({ view: { filter, facilities, formats } }: { view: MessagesView }) {
  const { t } = useI18n();
  const chosen = facilities.find((one) => one.facilityId === filter.facilityId);
  return (
    <div className="stack filters">
      {chosen && (
        <p>
          {t("messages.filterFacility", { name: chosen.facility })} ·{" "}
          <Link href={messagesHref({ ...filter, facilityId: undefined })}>{t("messages.clear")}</Link>
        </p>
      )}
      <nav className="chips" aria-label={t("messages.filters")}>
        {[undefined, ...states].map((state) => (
          <Link
            key={state ?? "all"}
            className="chip"
            href={messagesHref({ ...filter, state })}
            aria-current={state === filter.state ? "true" : undefined}
          >
            {state === undefined ? t("operator.all") : t(`messages.stateOf.${state}`)}
          </Link>
        ))}
      </nav>
      <Disclosure
        label={t("feeds.filterForm")}
        open={[filter.reason, filter.format, filter.day].some((one) => one !== undefined)}
      >
        <form method="get" action="/operator/messages" className="form">
          <HiddenFields values={{ facility: filter.facilityId, state: filter.state }} />
          <Field name="day" type="date" label={t("feeds.day")} values={{ day: filter.day ?? "" }} />
          <Field name="reason" label={t("feeds.reason")} maxLength={60} values={{ reason: filter.reason ?? "" }} />
          <Select
            name="format"
            label={t("messages.format")}
            values={{ format: filter.format ?? "" }}
            options={[
              { value: "", label: t("operator.all") },
              ...formats.map((one) => ({ value: one, label: t.maybe("messages.formatOf", one) ?? one })),
            ]}
          />
          <div>
            <Button look="second">{t("feeds.filterButton")}</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
