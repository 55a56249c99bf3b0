import type { KnownTest } from "#app/domain/health-book/glossary/known-test.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { TestText } from "./about-test.tsx";
import { TestSources } from "./test-sources.tsx";

/** One test of the glossary. */
export function TestPage({ test }: { test: KnownTest }) {
  const { t, locale } = useI18n();
  return (
    <>
      <PageHead
        eyebrow={t("tests.about")}
        title={test[locale].name}
        back={{ href: "/help/tests", place: t("tests.title") }}
      />
      <div className="prose stack">
        <TestText test={test} />
        <p className="soft">{t("tests.noRange")}</p>
        <p className="soft" translate="no">
          {t("tests.alsoCalled", { names: test.names.join(", ") })}
        </p>
        <h2>{t("tests.sources")}</h2>
        <TestSources test={test} />
      </div>
    </>
  );
}
