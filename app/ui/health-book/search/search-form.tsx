import type { SearchPageView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../../primitives/button.tsx";
import { Disclosure } from "../../primitives/disclosure.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { allSections } from "../sections.ts";
import { SearchField } from "./search-bar.tsx";

/** One field for words, and behind it what to narrow by. */
export function SearchForm({ view: { search, facilities, years, showingHidden } }: { view: SearchPageView }) {
  const t = useT();
  const { section, facilityId, year } = search;
  return (
    <search className="no-print">
      <form method="get" action="/book/search" className="search">
        <HiddenFields values={{ new: search.isNew ? "1" : undefined, hidden: showingHidden ? "show" : undefined }} />
        <SearchField label={t("search.label")} hint={t("search.hint")} text={search.text} />
        <Disclosure
          label={t("search.narrow")}
          open={section !== undefined || facilityId !== undefined || year !== undefined}
        >
          <div className="search-narrow">
            <Choice name="kind" value={section} options={allSections.map((one) => [one, t(`section.title.${one}`)])} />
            <Choice
              name="facility"
              value={facilityId}
              options={facilities.map((one) => [one.facilityId, one.facility])}
            />
            <Choice name="year" value={year?.toString()} options={years.map((one) => [String(one), String(one)])} />
          </div>
          <Button look="second">{t("search.narrowButton")}</Button>
        </Disclosure>
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: "kind" | "facility" | "year";
  value: string | undefined;
  options: [value: string, label: string][];
}

function Choice({ name, value, options }: ChoiceProps) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor={name}>{t(`search.by.${name}`)}</label>
      <select className="input" id={name} name={name} defaultValue={value ?? ""}>
        <option value="">{t("search.any")}</option>
        {options.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
