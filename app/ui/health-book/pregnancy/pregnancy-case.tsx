import type { PregnancyCase } from "#app/domain/health-book/pregnancy/view.ts";
import type { ItemView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { StatusTag } from "../../help/status-tag.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { Timeline } from "../../patterns/timeline.tsx";
import { BookItems } from "../book-items.tsx";
import { ExpectedBirth } from "./expected-birth.tsx";

/** One pregnancy as its source has it, with what the source links to it. */
export function Pregnancy({ of }: { of: PregnancyCase }) {
  const t = useT();
  const { item, state, expected, ages, visits, results, documents, moreResults } = of;
  const listed = new Set([...expected, ...ages].map(({ id }) => id));
  return (
    <div className="stack">
      <StatusTag of={`pregnancy.state.${state}`} tone={state === "current" ? "info" : "quiet"} />
      <ExpectedBirth of={expected} />
      {state === "current" && expected.length === 0 && <p className="soft">{t("pregnancy.noDate")}</p>}
      <ItemList>
        <BookItems items={[item]} extent="full" />
      </ItemList>
      {ages.length > 0 && <Part title={t("pregnancy.ages")} items={ages} />}
      {visits.length > 0 && (
        <div>
          <h3 className="group">{t("pregnancy.visits")}</h3>
          <Timeline>
            <BookItems items={visits} extent="brief" />
          </Timeline>
        </div>
      )}
      <Part title={t("pregnancy.results")} items={results.filter(({ id }) => !listed.has(id))} />
      {moreResults > 0 && <p className="soft">{t("pregnancy.moreResults", { n: moreResults })}</p>}
      <Part title={t("pregnancy.documents")} items={documents} />
    </div>
  );
}

function Part({ title, items }: { title: string; items: ItemView[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="group">{title}</h3>
      <ItemList>
        <BookItems items={items} extent="brief" />
      </ItemList>
    </div>
  );
}
