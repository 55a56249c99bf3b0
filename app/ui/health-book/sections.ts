import Bandage from "lucide-react/icons/bandage";
import CalendarClock from "lucide-react/icons/calendar-clock";
import FileText from "lucide-react/icons/file-text";
import FlaskConical from "lucide-react/icons/flask-conical";
import HeartPulse from "lucide-react/icons/heart-pulse";
import NotebookPen from "lucide-react/icons/notebook-pen";
import Pill from "lucide-react/icons/pill";
import Stethoscope from "lucide-react/icons/stethoscope";
import Syringe from "lucide-react/icons/syringe";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { IconType } from "../primitives/icon.tsx";

/** The picture of each section. */
export const sectionIcons: Record<BookSection, IconType> = {
  allergies: TriangleAlert,
  medicines: Pill,
  conditions: HeartPulse,
  results: FlaskConical,
  visits: Stethoscope,
  vaccinations: Syringe,
  procedures: Bandage,
  documents: FileText,
  "next-steps": CalendarClock,
  history: NotebookPen,
};

/** All sections, in the order people are offered them. */
export const allSections = Object.keys(sectionIcons) as BookSection[];

export const sectionHref = (section: BookSection): string => `/book/${section}`;

/** Where a section is listed entry by entry: what was told of a life has a page in the form's order before it. */
export const listHref = (section: BookSection): string =>
  section === "history" ? "/book/history/all" : sectionHref(section);

/** What the person hid opens only where it is asked for again. */
const hrefOf = (section: string, id: string, hidden: boolean): string =>
  `/book/${section}/${encodeURIComponent(id)}${hidden ? "?hidden=show" : ""}`;

export const visitHref = (id: string, hidden = false): string => hrefOf("visits", id, hidden);
export const versionsHref = (id: string, hidden = false): string => hrefOf("versions", id, hidden);
export const resultHref = (id: string, hidden = false): string => hrefOf("results", id, hidden);
