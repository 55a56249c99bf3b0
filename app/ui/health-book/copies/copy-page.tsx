import type { CopyView } from "#app/domain/health-book/copies/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Button } from "../../primitives/button.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { CopyState } from "./copy-state.tsx";

interface CopyPageProps {
  /** The newest one that was ordered; none was, lately. */
  copy: CopyView | undefined;
  /** The page asks again by itself. */
  refreshing: boolean;
  /** Whose book it is. */
  of: string;
  /** Of the order this page may send. */
  formId: string;
  errors: Record<string, string[]> | undefined;
}

/** The whole book as a PDF: what it is, how it goes, and the file. */
export function CopyPage({ copy, refreshing, of, formId, errors }: CopyPageProps) {
  const t = useT();
  const underWay = copy?.state === "ordered" || copy?.state === "writing";
  const again = copy?.state === "ready" ? "copy.orderNew" : copy?.state === "failed" ? "copy.retry" : "copy.order";
  return (
    <div className="prose">
      <PageHead
        title={t("copy.title")}
        eyebrow={t("book.of", { name: of })}
        lead={t("copy.lead")}
        back={{ href: "/book/sources", place: t("sources.title") }}
      />
      {errors && (
        <Notice tone="needs" alert>
          {Object.values(errors)
            .flat()
            .map((words) => (
              <p key={words}>{words}</p>
            ))}
        </Notice>
      )}
      {copy && <CopyState copy={copy} refreshing={refreshing} />}
      {!underWay && (
        <section className="apart stack" aria-label={t(again)}>
          {copy?.state === "ready" ? <p>{t("copy.orderNewHelp")}</p> : <p>{t("copy.away")}</p>}
          <form method="post">
            <HiddenFields values={{ intent: "order", id: formId }} />
            <Button look={copy?.state === "ready" ? "second" : "main"} wide>
              {t(again)}
            </Button>
          </form>
          <p className="soft">{t("copy.confirm")}</p>
        </section>
      )}
      <section className="apart stack soft" aria-label={t("copy.safe")}>
        <p>{t("copy.safe")}</p>
        <p>{t("sources.exportLeftOut")}</p>
        <p>{t("copy.logged")}</p>
      </section>
    </div>
  );
}
