import type { KnownTest } from "#app/domain/health-book/glossary/known-test.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Link } from "../primitives/link.tsx";
import { TestSources } from "./test-sources.tsx";

export const testHref = (id: string): string => `/help/tests/${id}`;

/** What is measured, why, and what can change it: for whoever never heard of the test. */
export function TestText({ test }: { test: KnownTest }) {
  const { t, locale } = useI18n();
  const { what, why, moves } = test[locale];
  return (
    <>
      <p>{what}</p>
      <p>{why}</p>
      <p>
        <strong>{t("tests.moves")}</strong> {moves}
      </p>
    </>
  );
}

/** The same beside a result, where the glossary surely has its test. */
export function AboutTest({ test }: { test: KnownTest | undefined }) {
  const { t, locale } = useI18n();
  if (!test) return null;
  return (
    <section aria-labelledby="about" className="prose stack">
      <h2 id="about">{t("tests.about")}</h2>
      <p>
        <Link href={testHref(test.id)}>{test[locale].name}</Link>
      </p>
      <TestText test={test} />
      <Disclosure label={t("tests.sources")}>
        <TestSources test={test} />
      </Disclosure>
    </section>
  );
}
