import type { PregnancyPageView } from "#app/domain/health-book/pregnancy/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Reporting } from "../../corrections/report-links.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { BookItem } from "../book-item.tsx";
import { HiddenNotes, MayBeMore } from "../hidden-notes.tsx";
import { Kinds } from "../kind-line.tsx";
import { ExpectedBirth } from "./expected-birth.tsx";
import { Pregnancy } from "./pregnancy-case.tsx";

/** The pregnancy of today first, then what was before, then what no source links to one. */
export function PregnancyPage({ view }: { view: PregnancyPageView }) {
  const t = useT();
  const { person, current, past, expected, loose } = view;
  const empty = current.length + past.length + loose.length === 0;
  const pregnant = current.length > 0 || expected.length > 0;
  return (
    <Reporting may={person.mayReport}>
      <PageHead
        title={t("pregnancy.title")}
        eyebrow={t("book.of", { name: person.name })}
        back={{ href: "/book", place: t("book.title") }}
        lead={t("pregnancy.lead")}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      <HiddenNotes you={view.hiddenByYou} rule={view.hiddenByRule} showing={view.showingHidden} href="" />
      <div className="parts">
        {empty && <EmptyState title={t(person.self ? "pregnancy.none" : "empty.notShown")} />}
        {pregnant && (
          <section aria-labelledby="current" className="titled">
            <h2 id="current">{t(current.length > 0 ? "pregnancy.current" : "pregnancy.expected")}</h2>
            <p>{t("pregnancy.danger")}</p>
            <ExpectedBirth of={expected} />
            {current.map((one) => (
              <Pregnancy key={one.item.id} of={one} />
            ))}
          </section>
        )}
        {past.length > 0 && (
          <section aria-labelledby="past" className="titled">
            <h2 id="past">{t("pregnancy.past")}</h2>
            {past.map((one) => (
              <Pregnancy key={one.item.id} of={one} />
            ))}
          </section>
        )}
        {loose.length > 0 && (
          <section aria-labelledby="loose" className="titled">
            <h2 id="loose">{t("pregnancy.loose")}</h2>
            <Kinds.Provider value>
              <ItemList>
                {loose.map((item) => (
                  <BookItem key={item.id} item={item} extent="full" />
                ))}
              </ItemList>
            </Kinds.Provider>
          </section>
        )}
        <MoreLink href="/book/history#reproduction">{t("pregnancy.history")}</MoreLink>
      </div>
    </Reporting>
  );
}
