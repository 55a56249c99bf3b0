import Check from "lucide-react/icons/check";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Icon } from "../primitives/icon.tsx";

const works = ["script", "keyboard", "zoom", "colour", "reader", "print"] as const;
const checked = ["axe", "keyboard", "zoom", "reader"] as const;
const limits = ["people", "words", "scans", "pdf", "tables", "outside"] as const;

/** The accessibility statement: standard, how it was checked, what works, what does not yet, whom to tell. */
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
        <ul className="dots">
          {limits.map((thing) => (
            <li key={thing}>{t(`accessibility.limitsItems.${thing}`)}</li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{t("accessibility.tell")}</h2>
        <p>{t("accessibility.tellText")}</p>
        <p>
          <HelpLine />
        </p>
        <p>{t("accessibility.instead")}</p>
        <p>{t("accessibility.complain")}</p>
      </section>
      <section className="part">
        <h2>{t("accessibility.standard")}</h2>
        <p>{t("accessibility.standardText")}</p>
      </section>
      <section className="part">
        <h2>{t("accessibility.checked")}</h2>
        <ul className="dots">
          {checked.map((thing) => (
            <li key={thing}>{t(`accessibility.checkedItems.${thing}`)}</li>
          ))}
        </ul>
        <p className="soft small">{t("accessibility.reviewed")}</p>
      </section>
    </div>
  );
}
