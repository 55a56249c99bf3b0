import Activity from "lucide-react/icons/activity";
import Baby from "lucide-react/icons/baby";
import ClipboardList from "lucide-react/icons/clipboard-list";
import CreditCard from "lucide-react/icons/credit-card";
import Eye from "lucide-react/icons/eye";
import Flag from "lucide-react/icons/flag";
import Ruler from "lucide-react/icons/ruler";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { BookPerson } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Doors } from "../patterns/doors.tsx";
import { sectionHref, sectionIcons } from "./sections.ts";

const asked = ["medicines", "results", "visits", "next-steps"] as const;
const rest = ["vaccinations", "procedures", "documents", "history"] as const;

/** The four parts most people come for, with how much is in them. */
export function BookDoors({ totals }: { totals: Record<BookSection, number> }) {
  const { t, f } = useI18n();
  const doors = asked.map((section) => ({
    href: sectionHref(section),
    icon: sectionIcons[section],
    label: t(`section.title.${section}`),
    detail: f.count(totals[section]),
  }));
  return <Doors label={t("book.shortcuts")} doors={doors} />;
}

/** The parts that have no place on the first page. */
export function OtherDoors({ totals, person }: { totals: Record<BookSection, number>; person: BookPerson }) {
  const { t } = useI18n();
  const growth = { href: "/book/growth", icon: Ruler, label: t("growth.title"), detail: t("growth.door") };
  const own = {
    href: "/book/measurements",
    icon: Activity,
    label: t("measurements.titleOf"),
    detail: t("measurements.door"),
  };
  const pregnancy = {
    href: "/book/pregnancy",
    icon: Baby,
    label: t("pregnancy.title"),
    detail: t("pregnancy.door"),
  };
  const doors = rest.map((section) => ({
    href: sectionHref(section),
    icon: sectionIcons[section],
    label: `${t(`section.title.${section}`)} (${totals[section]})`,
    detail: t(`book.restHint.${section}`),
  }));
  const about = { href: "/book/about", icon: CreditCard, label: t("about.title"), detail: t("about.door") };
  const papers = { href: "/book/papers", icon: ClipboardList, label: t("papers.title"), detail: t("papers.door") };
  // Who looked is told to the person alone.
  const log = { href: "/privacy", icon: Eye, label: t("log.title"), detail: t("book.restHint.privacy") };
  const reports = { href: "/book/corrections", icon: Flag, label: t("correction.title"), detail: t("correction.door") };
  return (
    <section aria-labelledby="rest" className="apart no-print">
      <h2 id="rest">{t("book.rest")}</h2>
      <Doors
        label={t("book.rest")}
        doors={[
          papers,
          about,
          ...doors,
          ...(person.pregnancyTold ? [pregnancy] : []),
          own,
          ...(person.growing ? [growth] : []),
          ...(person.self ? [log] : []),
          reports,
        ]}
        wide
      />
    </section>
  );
}
