import type { ReactNode } from "react";
import type { ItemView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ReportLink } from "../corrections/report-links.tsx";
import { SourceLine } from "../patterns/source-line.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { AlsoFrom } from "./also-from.tsx";
import { EarlierLink } from "./earlier-link.tsx";
import { ItemFlags } from "./item-flags.tsx";
import { KindLine } from "./kind-line.tsx";
import { visitHref } from "./sections.ts";
import { codeWords, titleWords } from "./title-words.ts";

/** How much of an entry is shown: `brief` on the book's first page, `full` in its section, `visit` within its visit. */
export type Extent = "brief" | "full" | "visit";

interface ItemFrameProps {
  item: ItemView;
  extent: Extent;
  /** The page of its own, when it has one. */
  href?: string;
  className?: string;
  /** Instead of the title as sent. */
  title?: ReactNode;
  /** The title begins with the date, so the source line leaves it out. */
  dated?: boolean;
  /** Words for the date when the sender gave no date. */
  whenText?: string | undefined;
  children?: ReactNode;
}

/** What all entries share: title, what to beware of, source and date, the way to the visit. */
export function ItemFrame({ item, extent, href, className = "", title, dated, whenText, children }: ItemFrameProps) {
  const t = useT();
  const name = titleWords(item, t);
  return (
    <li className={`item${item.withdrawn ? " gone" : ""}${className}`}>
      <KindLine of={item.kind} />
      {href ? (
        <p>
          <Link className="item-t" href={href} translate={item.title === undefined ? undefined : "no"}>
            {title ?? name}
          </Link>
        </p>
      ) : title ? (
        <p className="item-t">{title}</p>
      ) : item.title === undefined || codeWords(item.title, t) ? (
        <p className="item-t">{name}</p>
      ) : (
        <ClinicalText as="p" className="item-t" text={item.title} />
      )}
      <ItemFlags item={item} explain={extent !== "brief"} />
      {children}
      <SourceLine
        facility={extent === "visit" ? undefined : item.source.facility}
        when={item.when}
        whenText={whenText}
        dateless={dated && item.when !== undefined}
      >
        {extent === "full" && item.visitId !== undefined && item.kind !== "visit" && (
          <span className="src-more">
            <Link href={visitHref(item.visitId, item.hidden)}>{t("book.fromVisit")}</Link>
          </span>
        )}
        {extent !== "brief" && <EarlierLink of={item} />}
        {extent !== "brief" && <ReportLink id={item.id} name={name} />}
      </SourceLine>
      <AlsoFrom item={item} />
    </li>
  );
}
