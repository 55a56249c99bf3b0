import type { KnownTest } from "#app/domain/health-book/glossary/known-test.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { Field } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { testHref } from "./about-test.tsx";

interface TestsPageProps {
  words: string;
  groups: { id: string; checkedOn: string; tests: Pick<KnownTest, "id" | "vi" | "en">[] }[];
}

/** Every test the glossary explains, found by any of its names. */
export function TestsPage({ words, groups }: TestsPageProps) {
  const { t, f, locale } = useI18n();
  const n = groups.reduce((sum, { tests }) => sum + tests.length, 0);
  const [first] = groups;
  return (
    <>
      <PageHead title={t("tests.title")} lead={t("tests.lead")} back={{ href: "/help", place: t("help.title") }} />
      <search>
        <form method="get" className="form">
          <Field
            name="q"
            type="search"
            label={t("tests.search")}
            hint={t("tests.searchHint")}
            values={{ q: words }}
            required
          />
          <div>
            <Button>{t("tests.find")}</Button>
          </div>
        </form>
      </search>
      {n === 0 ? (
        <EmptyState title={t("tests.none", { words })}>
          <p>
            <Link href="/help/tests">{t("tests.all")}</Link>
          </p>
        </EmptyState>
      ) : (
        <p className="count">{t("tests.count", { n })}</p>
      )}
      {groups.map(({ id, tests }) => (
        <section key={id} aria-labelledby={id} className="part">
          <h2 id={id}>{t.maybe("tests.group", id)}</h2>
          <ul className="plain tests">
            {tests.map((test) => (
              <li key={test.id}>
                <Link href={testHref(test.id)}>{test[locale].name}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {first && (
        <p className="soft prose">{t("tests.checked", { date: f.date(`${first.checkedOn}T12:00:00+07:00`) })}</p>
      )}
    </>
  );
}
