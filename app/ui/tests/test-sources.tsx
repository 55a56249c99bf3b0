import type { KnownTest } from "#app/domain/health-book/glossary/known-test.ts";
import { useT } from "#app/i18n/t.tsx";

/** The public sources it was written from. Theirs are the facts, ours the words. */
export function TestSources({ test }: { test: KnownTest }) {
  const t = useT();
  return (
    <>
      <ul>
        {test.sources.map(({ id, title }) => (
          <li key={id}>
            {id === "medlineplus" ? t("tests.source.medlineplus", { page: title }) : t(`tests.source.${id}`)}
          </li>
        ))}
      </ul>
      <p className="soft">{t("tests.sourcesNote")}</p>
    </>
  );
}
