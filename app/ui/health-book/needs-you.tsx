import type { BookView, NeedView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { resultHref } from "./sections.ts";

/** What waits for the person, before anything else; nothing where nothing does. */
export function NeedsYou({ needs }: { needs: BookView["needs"] }) {
  const { t } = useI18n();
  if (needs.length === 0) return null;
  return (
    <section className="needs no-print" aria-labelledby="needs">
      <h2 id="needs">{t("needs.title", { n: needs.length })}</h2>
      <ul className="list">
        {needs.map((need) => (
          <li key={need.kind === "medicines-ending" ? need.until.from : need.id} className="need">
            <Need of={need} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One thing in a sentence, and the way to it. */
function Need({ of }: { of: NeedView }) {
  const { t, f } = useI18n();
  if (of.kind === "critical-result")
    return (
      <>
        <p>
          {of.when
            ? t("needs.critical", { title: of.title ?? t("item.untitled.result"), when: f.day(of.when) })
            : t("needs.criticalUndated", { title: of.title ?? t("item.untitled.result") })}
        </p>
        <Link className="btn btn-second" href={resultHref(of.id, of.hidden)}>
          {t("needs.seeResult")}
        </Link>
      </>
    );
  if (of.kind === "medicines-ending")
    return (
      <>
        <p>{t("needs.ending", { titles: f.list(of.titles), until: f.day(of.until) })}</p>
        <Link className="btn btn-second" href="/book/medicines">
          {t("needs.seeMedicines")}
        </Link>
      </>
    );
  const title = of.title ?? t("item.untitled.vaccination");
  return (
    <>
      <p>{of.when ? t("needs.overdueSince", { title, when: f.day(of.when) }) : t("needs.overdue", { title })}</p>
      <Link className="btn btn-second" href="/book/next-steps">
        {t("needs.seeSteps")}
      </Link>
    </>
  );
}
