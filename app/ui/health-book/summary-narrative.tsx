import type { SummaryPartView } from "#app/domain/health-book/summary-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { BookItems } from "./book-items.tsx";
import { Statement } from "./section-empty.tsx";

/** What one section of the patient summary tells in words: the same items as on the book's pages, and by which rule they were chosen. */
export function SummaryNarrative({ view }: { view: SummaryPartView }) {
  const t = useT();
  const { part, section, items, statements } = view;
  return (
    <>
      {statements.map((statement, at) => {
        const key = `${at}`;
        return <Statement key={key} of={statement} section={section} />;
      })}
      {items.length > 0 ? (
        <ItemList>
          <BookItems items={items} extent="full" />
        </ItemList>
      ) : (
        statements.length === 0 && <p>{t(`empty.${view.others ? "noneNow" : "nothingReceived"}.${section}`)}</p>
      )}
      <p>{t(`summary.rule.${part}`)}</p>
    </>
  );
}
