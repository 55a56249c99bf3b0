import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Notice } from "../primitives/notice.tsx";
import { LevelSteps } from "./level-steps.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Why the book stays closed at level 1, and where to get level 2. */
export function LevelTooLowPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("level.title")} />
      <div className="stack">
        <Notice tone="needs">
          <p>{t("level.why")}</p>
          <p>{t("level.safe")}</p>
        </Notice>
        <section className="stack">
          <h2>{t("level.how")}</h2>
          <LevelSteps />
        </section>
        <p>{t("level.meanwhile")}</p>
        <SignInForm label={t("level.again")} />
        <p>
          <HelpLine />
        </p>
      </div>
    </div>
  );
}
