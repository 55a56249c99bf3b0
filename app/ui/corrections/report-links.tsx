import { createContext, type ReactNode, useContext } from "react";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { Reported } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { MoreLink } from "../patterns/more-link.tsx";
import { Link } from "../primitives/link.tsx";
import { VisuallyHidden } from "../primitives/visually-hidden.tsx";
import { correctionHref } from "./words.ts";

const Context = createContext(false);

/** Items and empty places below offer to be reported, where the reader may. */
export function Reporting({ may, children }: { may: boolean | undefined; children: ReactNode }) {
  return <Context.Provider value={may ?? false}>{children}</Context.Provider>;
}

const newHref = (about: Record<string, string>): string => `/book/corrections/new?${new URLSearchParams(about)}`;

/** "Báo sai", quietly, at the end of an item's last line. */
export function ReportLink({ id, name }: { id: string; name: string }) {
  const t = useT();
  if (!useContext(Context)) return null;
  return (
    <span className="src-more no-print">
      <Link href={newHref({ entry: id })} rel="nofollow">
        {t("correction.report")}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Link>
    </span>
  );
}

/** The ways to report on an item's own page; what was said already is not offered again. */
export function ReportItem({ id, visit, reported }: { id: string; visit?: boolean; reported?: Reported | undefined }) {
  const t = useT();
  if (!useContext(Context)) return null;
  return (
    <div className="no-print">
      {visit && reported?.kind !== "not-mine" && (
        <MoreLink href={newHref({ entry: id, kind: "not-mine" })}>{t("correction.notMineVisit")}</MoreLink>
      )}
      <MoreLink href={newHref({ entry: id })}>{t("correction.report")}</MoreLink>
    </div>
  );
}

/** In an empty place, and under what is there: what should be here and is not. */
export function ReportMissing({ section, facilityId }: { section?: BookSection; facilityId?: string }) {
  const t = useT();
  if (!useContext(Context)) return null;
  return (
    <p className="no-print">
      <Link
        className="back"
        href={newHref({ kind: "missing", ...(section && { section }), ...(facilityId && { facility: facilityId }) })}
        rel="nofollow"
      >
        {t("correction.reportMissing")}
      </Link>
    </p>
  );
}

/** That something of this section was reported missing, and is not settled. */
export function MissingReported({ of }: { of: Reported[] | undefined }) {
  const t = useT();
  return of?.map(({ reference }) => (
    <p key={reference}>
      {t("correction.reported.missing")}{" "}
      <Link className="back" href={correctionHref(reference)}>
        {t("correction.see", { reference })}
      </Link>
    </p>
  ));
}
