import Search from "lucide-react/icons/search";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../../primitives/button.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Icon } from "../../primitives/icon.tsx";

/** The field to search a book from another page; of one section where it stands on that. */
export function SearchBar({ section }: { section?: BookSection }) {
  const t = useT();
  return (
    <search className="no-print">
      <form method="get" action="/book/search" className="search">
        <HiddenFields values={{ kind: section }} />
        <SearchField label={section ? t(`search.in.${section}`) : t("search.open")} />
      </form>
    </search>
  );
}

/** The words to look for, and the button. */
export function SearchField({ label, hint, text = "" }: { label: string; hint?: string; text?: string }) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor="q">{label}</label>
      {hint && (
        <p id="q-hint" className="hint">
          {hint}
        </p>
      )}
      <div className="search-row">
        <input
          className="input"
          type="search"
          id="q"
          name="q"
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          aria-describedby={hint ? "q-hint" : undefined}
          defaultValue={text}
        />
        <Button look="second">
          <Icon of={Search} size={20} />
          {t("search.button")}
        </Button>
      </div>
    </div>
  );
}
