import type { ItemView, ResultView } from "#app/domain/health-book/view.ts";
import { nest } from "#app/shared/nest.ts";
import { BookItem } from "./book-item.tsx";
import { HeldItem } from "./held-item.tsx";
import type { Extent } from "./item-frame.tsx";
import { ResultItem } from "./result-item.tsx";

const isResult = (item: ItemView): item is ResultView => item.kind === "result";

/** Entries of one section, as list items; a report and what it is made of are one. */
export function BookItems({ items, extent }: { items: ItemView[]; extent: Extent }) {
  if (!items.every(isResult)) return items.map((item) => <BookItem key={item.id} item={item} extent={extent} />);
  return nest(items, (result) => result.memberIds).map(({ item, parts }) =>
    item.held ? (
      <HeldItem key={item.id} item={item} held={item.held} />
    ) : (
      <ResultItem key={item.id} item={item} members={parts} extent={extent} />
    ),
  );
}
