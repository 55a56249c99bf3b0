import type { FeedPageView } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { OutageNotices } from "../feeds/outage-notices.tsx";
import { Button } from "../primitives/button.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";

/** The facility's notices, each with the way to end it, and the form for a new one. */
export function OutagePart({
  view,
  idempotencyKey,
  ...state
}: { view: FeedPageView; idempotencyKey: string } & FormState) {
  const { t } = useI18n();
  const kinds = view.rhythms.map(({ kind }) => ({ value: kind as string, label: t(`feed.kind.${kind}`) }));
  return (
    <section aria-labelledby="outages" className="apart">
      <h2 id="outages">{t("feeds.outages")}</h2>
      <p>{t("feeds.outageLead")}</p>
      {view.outages.length === 0 && <p>{t("feeds.noOutages")}</p>}
      {view.outages.map((outage) => (
        <div key={outage.id} className="stack">
          <OutageNotices outages={[outage]} />
          <form method="post">
            <HiddenFields values={{ intent: "end-outage", id: outage.id }} />
            <Button look="second">{t("feeds.endOutage")}</Button>
          </form>
        </div>
      ))}
      <h3 className="group">{t("feeds.tellOutage")}</h3>
      <form method="post" className="form">
        <HiddenFields values={{ intent: "outage", idempotencyKey }} />
        <Select
          {...state}
          name="wholeProvince"
          label={t("feeds.whole")}
          required
          options={[
            { value: "no", label: t("feeds.onlyHere") },
            { value: "yes", label: t("feeds.wholeProvince") },
          ]}
        />
        <OutageKind kinds={kinds} state={state} />
        <Field {...state} name="startsAt" label={t("feeds.startsAt")} type="datetime-local" required />
        <Field {...state} name="endsAt" label={t("feeds.endsAt")} hint={t("feeds.endsHint")} type="datetime-local" />
        <Field {...state} name="textVi" label={t("feeds.textVi")} required maxLength={500} />
        <Field {...state} name="textEn" label={t("feeds.textEn")} required maxLength={500} />
        <div>
          <Button wide>{t("feeds.tellOutageButton")}</Button>
        </div>
      </form>
    </section>
  );
}

function OutageKind({ kinds, state }: { kinds: { value: string; label: string }[]; state: FormState }) {
  const { t } = useI18n();
  const options = [{ value: "", label: t("feeds.allKinds") }, ...kinds];
  return <Select {...state} name="ofKind" label={t("feeds.kind")} options={options} />;
}
