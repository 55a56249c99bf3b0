import FlaskConical from "lucide-react/icons/flask-conical";
import Pill from "lucide-react/icons/pill";
import { useI18n } from "#app/i18n/t.tsx";
import { ActingForFrame } from "../patterns/acting-for-frame.tsx";
import { Doors } from "../patterns/doors.tsx";
import { DutyFrame } from "../patterns/duty-frame.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { ItemList } from "../patterns/item-list.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { Section } from "../patterns/section.tsx";
import { SourceLine } from "../patterns/source-line.tsx";
import { Timeline } from "../patterns/timeline.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Link } from "../primitives/link.tsx";

const facility = "BV Đa khoa Kinh Bắc";
const day = (from: string) => ({ from, precision: "day" as const });
const entries = [
  { name: "HbA1c", value: "7,2 %", when: day("2026-10-12") },
  { name: "Creatinin", value: "78 µmol/L", when: day("2026-08-03") },
];

/** Lists, a line of time, facts, doors, and nothing. */
export function Lists() {
  const { t } = useI18n();
  const items = entries.map(({ name, value, when }) => (
    <li key={name} className="item">
      <p className="row">
        <Link href="#lists" className="item-t" translate="no">
          {name}
        </Link>
        <span className="val">{value}</span>
      </p>
      <SourceLine facility={facility} when={when} />
    </li>
  ));
  return (
    <Section id="lists" title={t("gallery.lists")}>
      <div className="stack">
        <ItemList>{items}</ItemList>
        <MoreLink href="#lists">{t("gallery.fold")}</MoreLink>
        <Timeline>{items}</Timeline>
        <DescriptionList
          facts={[
            { label: t("result.place"), value: facility },
            { label: t("gallery.label"), value: t("gallery.hint") },
          ]}
        />
        <Doors
          label={t("gallery.lists")}
          doors={[
            { href: "#lists", icon: FlaskConical, label: t("section.title.results"), detail: "12" },
            { href: "#lists", icon: Pill, label: t("section.title.medicines"), detail: "3" },
          ]}
        />
        <EmptyState title={t("gallery.empty")}>
          <p>{t("gallery.emptyText")}</p>
        </EmptyState>
      </div>
    </Section>
  );
}

/** Whose book is open and at what work: seen on all four sides. */
export function Frames() {
  const { t } = useI18n();
  const inside = <p className="page">{t("gallery.inside")}</p>;
  return (
    <Section id="frames" title={t("gallery.frames")}>
      <div className="stack">
        <ActingForFrame name="Nguyễn Thị Lan">{inside}</ActingForFrame>
        <DutyFrame duty={{ role: "pharmacist", facility }} atCounter>
          {inside}
        </DutyFrame>
      </div>
    </Section>
  );
}
