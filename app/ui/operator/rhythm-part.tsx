import type { FeedPageView } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Field, type FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Select } from "../primitives/select.tsx";
import { Table } from "../primitives/table.tsx";
import { rhythmWords } from "./feed-kinds.tsx";

/** What is agreed for each kind, by what, and the form to change it. */
export function RhythmPart({ view, ...state }: { view: FeedPageView } & FormState) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const agreed = view.rhythms.filter((row) => row.everyHours !== undefined);
  return (
    <section aria-labelledby="rhythm" className="apart">
      <h2 id="rhythm">{t("feeds.rhythm")}</h2>
      {agreed.length > 0 && (
        <Table
          caption={t("feeds.rhythm")}
          hideCaption
          rows={agreed}
          keyOf={(row) => row.kind}
          columns={[
            { head: t("feeds.kind"), names: true, cell: (row) => t(`feed.kind.${row.kind}`) },
            { head: t("feeds.expected"), cell: (row) => rhythmWords(row.everyHours, row.workingDays, i18n) },
            {
              head: t("feeds.source"),
              cell: (row) =>
                `${row.own ? `${t("feeds.ownRhythm")}: ` : ""}${row.source ?? ""}${
                  row.since === undefined
                    ? ""
                    : ` (${t("feeds.rhythmSince", { since: f.date(`${row.since}T12:00:00+07:00`) })})`
                }`,
            },
          ]}
        />
      )}
      <h3 className="group">{t("feeds.setRhythm")}</h3>
      <form method="post" className="form">
        <HiddenFields values={{ intent: "rhythm" }} />
        <Select
          {...state}
          name="kind"
          label={t("feeds.kind")}
          required
          prompt={t("feeds.chooseKind")}
          options={view.rhythms.map(({ kind }) => ({ value: kind, label: t(`feed.kind.${kind}`) }))}
        />
        <Field
          {...state}
          name="everyHours"
          label={t("feeds.every")}
          hint={t("feeds.everyHint")}
          inputMode="numeric"
          maxLength={4}
        />
        <Select
          {...state}
          name="workingDays"
          label={t("feeds.workingDays")}
          required
          options={[
            { value: "no", label: t("feeds.allDays") },
            { value: "yes", label: t("feeds.onlyWorkingDays") },
          ]}
        />
        <Field
          {...state}
          name="source"
          label={t("feeds.source")}
          hint={t("feeds.sourceHint")}
          required
          maxLength={300}
        />
        <div>
          <Button wide>{t("feeds.setRhythmButton")}</Button>
        </div>
      </form>
    </section>
  );
}
