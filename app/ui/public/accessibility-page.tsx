import Check from "lucide-react/icons/check";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Icon } from "../primitives/icon.tsx";

const works = ["script", "keyboard", "zoom", "colour", "reader", "print"] as const;

/** The accessibility statement: standard, what works, what does not yet, whom to tell. */
export function AccessibilityPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("accessibility.title")} lead={t("accessibility.lead")} />
      <section className="part">
        <h2>{t("accessibility.works")}</h2>
        <ul className="marks">
          {works.map((thing) => (
            <li key={thing}>
              <Icon of={Check} />
              <span>{t(`accessibility.worksItems.${thing}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{t("accessibility.limits")}</h2>
        <p>{t("accessibility.limitsText")}</p>
      </section>
      <section className="part">
        <h2>{t("accessibility.tell")}</h2>
        <p>{t("accessibility.tellText")}</p>
        <p>
          <HelpLine />
        </p>
      </section>
      <section className="part">
        <h2>{t("accessibility.standard")}</h2>
        <p>{t("accessibility.standardText")}</p>
        <p className="soft small">{t("accessibility.reviewed")}</p>
      </section>
    </div>
  );
}
