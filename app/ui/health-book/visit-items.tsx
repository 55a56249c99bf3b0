import type { ItemView, MedicineView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { BookItems } from "./book-items.tsx";

/** As a visit goes: prescribed, given there and then, handed out to take home; what was taken before comes last. */
const forms: MedicineView["form"][] = ["prescribed", "proposed", "given", "dispensed", "stated"];

/** Entries of one section of a visit. The same medicine prescribed and handed out is not listed twice in a row. */
export function VisitItems({ items }: { items: ItemView[] }) {
  const t = useT();
  const parts = forms.flatMap((form) => {
    const part = items.filter((item) => item.kind === "medicine" && item.form === form);
    return part.length > 0 ? [{ form, part }] : [];
  });
  if (parts.length < 2) return <List items={items} />;
  return parts.map(({ form, part }) => (
    <section key={form} aria-labelledby={`medicines-${form}`}>
      <h3 id={`medicines-${form}`} className="group">
        {t(`medicine.form.${form}`)}
      </h3>
      <List items={part} />
    </section>
  ));
}

const List = ({ items }: { items: ItemView[] }) => (
  <ItemList>
    <BookItems items={items} extent="visit" />
  </ItemList>
);
