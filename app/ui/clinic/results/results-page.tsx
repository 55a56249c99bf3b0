import type { WaitingView } from "#app/domain/health-book/clinic/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Button } from "../../primitives/button.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { Link } from "../../primitives/link.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { PhraseFields } from "./phrase-fields.tsx";
import { WaitingItem } from "./waiting-item.tsx";

interface ResultsPageProps extends FormState {
  view: WaitingView;
  /** What the form before this page did. */
  done: number;
  changed: number;
}

/** Results of the facility that wait for a word: choose some, say it once. */
export function ResultsPage({ view, done, changed, ...form }: ResultsPageProps) {
  const t = useT();
  const { waiting, explained } = view;
  return (
    <>
      <PageHead title={t("explain.title")} eyebrow={view.facility} lead={t("explain.lead")}>
        <p>
          <Link href={explained ? "/clinic/results" : "/clinic/results?list=explained"}>
            {t(explained ? "explain.toWaiting" : "explain.toExplained")}
          </Link>
        </p>
      </PageHead>
      {(done > 0 || changed > 0) && (
        <Notice tone={changed > 0 ? "needs" : "info"}>
          {done > 0 && <p>{t("explain.done", { n: done })}</p>}
          {changed > 0 && <p>{t("explain.changed", { n: changed })}</p>}
        </Notice>
      )}
      {waiting.length === 0 ? (
        <EmptyState title={t(explained ? "explain.noneExplained" : "explain.none")} />
      ) : (
        <form method="post" className="stack">
          <ul className="plain stack">
            {waiting.map((one) => (
              <WaitingItem key={one.id} of={one} />
            ))}
          </ul>
          {view.more && <p>{t("explain.more")}</p>}
          <p className="soft">{t("explain.mayBeMore")}</p>
          <PhraseFields {...form} />
          <div className="btns">
            <Button name="intent" value="explain">
              {t("explain.send")}
            </Button>
            {waiting.some((one) => one.held) && (
              <Button name="intent" value="release" look="second" formNoValidate>
                {t("explain.release")}
              </Button>
            )}
          </div>
        </form>
      )}
    </>
  );
}
