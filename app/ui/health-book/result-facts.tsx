import type { ResultPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Link } from "../primitives/link.tsx";
import { Moment } from "../primitives/when.tsx";
import { versionsHref } from "./sections.ts";

/** Where a result comes from: state, method, people, and every version received. */
export function ResultFacts({ view: { result, versions } }: { view: ResultPageView }) {
  const { t } = useI18n();
  const state = statusIn("result.status", result.status);
  const said = (text: string | undefined) => text !== undefined && <ClinicalText text={text} />;
  return (
    <section aria-labelledby="facts" className="stack">
      <h2 id="facts">{t("result.origin")}</h2>
      <DescriptionList
        facts={[
          { label: t("operator.state"), value: state && <StatusTag of={state} /> },
          { label: t("result.place"), value: result.source.facility },
          { label: t("result.by"), value: result.by.length > 0 && <ClinicalText text={result.by.join(", ")} /> },
          { label: t("result.method"), value: said(result.method) },
          { label: t("result.bodySite"), value: said(result.bodySite) },
          { label: t("result.receivedAt"), value: <Moment at={result.source.receivedAt} as="full" /> },
        ]}
      />
      {versions.length > 1 && (
        <>
          <h3>{t("result.versions")}</h3>
          <ul className="plain">
            {versions.map((version) => (
              <li key={version.receivedAt}>
                {t(version.current ? "result.versionCurrent" : "result.versionEarlier")}
                {" · "}
                <Moment at={version.receivedAt} as="full" />
              </li>
            ))}
          </ul>
          <p>
            <Link href={versionsHref(result.id, result.hidden)}>{t("versions.compare")}</Link>
          </p>
        </>
      )}
    </section>
  );
}
