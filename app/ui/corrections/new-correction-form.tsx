import type { BookSection } from "#app/domain/access/data-types.ts";
import type { CorrectionKind } from "#app/domain/corrections/rules.ts";
import { useT } from "#app/i18n/t.tsx";
import { sectionIcons } from "../health-book/sections.ts";
import { FormNotice } from "../operator/form-notice.tsx";
import { Button } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Radios } from "../primitives/radios.tsx";
import { Select } from "../primitives/select.tsx";
import { WordsField } from "../primitives/words-field.tsx";
import { SessionUntil } from "../session/session-until.tsx";
import type { NewCorrectionPageProps } from "./new-correction-page.tsx";

const kinds: CorrectionKind[] = ["wrong", "missing", "not-mine"];
const sections = Object.keys(sectionIcons) as BookSection[];
const circumstances = ["never-there", "other-day", "card-lost"] as const;

/** What is asked depends on what is known: an item brings its section and its facility with it. */
export function NewCorrectionForm({ view, kind, idempotencyKey, terms, errors, values }: NewCorrectionPageProps) {
  const t = useT();
  const state: FormState = { errors, values };
  const { entryId, section, facility } = view;
  const missing = entryId === undefined;
  return (
    <form method="post" className="form-one">
      <FormNotice errors={errors} />
      <HiddenFields
        values={{
          idempotencyKey: values?.idempotencyKey ?? idempotencyKey,
          bookId: view.bookId,
          entryId,
          kind: missing ? "missing" : undefined,
          section: missing ? undefined : section,
        }}
      />
      {missing ? (
        <Where view={view} state={state} />
      ) : (
        <Radios
          {...state}
          name="kind"
          legend={t("correction.whatIsIt")}
          chosen={kind}
          options={kinds.map((value) => ({
            value,
            label: t(
              value === "not-mine" && section === "visits" ? "correction.notMineVisit" : `correction.kind.${value}`,
            ),
          }))}
        />
      )}
      {!missing && (section === "visits" || kind === "not-mine") && (
        <Checkboxes
          {...state}
          name="circumstances"
          legend={t("correction.circumstances")}
          options={circumstances.map((value) => ({ value, label: t(`correction.circumstance.${value}`) }))}
        />
      )}
      <WordsField
        {...state}
        name="words"
        label={t(missing ? "correction.wordsMissing" : "correction.words")}
        hint={t(missing ? "correction.wordsMissingHint" : "correction.wordsHint")}
      />
      {section === "visits" && !missing && (
        <Checkboxes
          {...state}
          name="tellInsurer"
          legend={t("correction.insurer")}
          options={[{ value: "yes", label: t("correction.tellInsurer") }]}
        />
      )}
      <Radios
        {...state}
        name="contact"
        legend={t("correction.contact")}
        chosen="portal"
        options={(["portal", "call"] as const).map((value) => ({ value, label: t(`correction.contactOf.${value}`) }))}
      />
      <p>
        {missing || !facility
          ? t("correction.seenMissing", { name: view.person.name })
          : t("correction.seenItem", { name: view.person.name, owner: facility })}
        {!view.person.self && ` ${t("correction.seenHelper")}`}
      </p>
      <p className="soft">
        {facility ? t("correction.promise", { owner: facility, ...terms }) : t("correction.promiseUnknown", terms)}
      </p>
      <SessionUntil />
      <div>
        <Button wide>{t("correction.send")}</Button>
      </div>
    </form>
  );
}

/** Without an item: which part of the book, and which facility, as far as somebody knows. */
function Where({ view, state }: { view: NewCorrectionPageProps["view"]; state: FormState }) {
  const t = useT();
  const known = { section: view.section ?? "", facilityId: view.facilityId ?? "", ...state.values };
  return (
    <>
      <Select
        errors={state.errors}
        values={known}
        name="section"
        label={t("correction.section")}
        required
        prompt={t("correction.chooseSection")}
        options={sections.map((value) => ({ value, label: t(`section.title.${value}`) }))}
      />
      <Select
        errors={state.errors}
        values={known}
        name="facilityId"
        label={t("correction.whichFacility")}
        hint={t("correction.whichFacilityHint")}
        prompt={t("correction.unknownFacility")}
        options={view.facilities.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
