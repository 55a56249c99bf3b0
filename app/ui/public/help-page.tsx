import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { LevelSteps } from "./level-steps.tsx";

const topics = ["missing", "wrong", "meaning", "family", "scam", "signIn", "lost", "print"] as const;

/** The number first, then the questions people call about. */
export function HelpPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("help.title")} />
      <div className="says">
        <p className="val">
          <HelpLine />
        </p>
        <p>{t("help.phoneText")}</p>
      </div>
      <section id="level" className="part stack">
        <h2>{t("help.level")}</h2>
        <LevelSteps />
      </section>
      {topics.map((topic) => (
        <section key={topic} id={topic} className="part">
          <h2>{t(`help.${topic}`)}</h2>
          <p>{t(`help.${topic}Text`)}</p>
          {topic === "meaning" && (
            <p>
              <Link href="/help/tests">{t("tests.title")}</Link>
            </p>
          )}
          {topic === "missing" && (
            <p>
              <Link href="/book/sources">{t("sources.title")}</Link>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
