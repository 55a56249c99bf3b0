import { useT } from "#app/i18n/t.tsx";
import { Why } from "../help/status-tag.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";

interface HiddenNotesProps {
  /** Items hidden by the person; 0 for any other reader. */
  you: number;
  rule: number;
  /** Hidden items are being shown. */
  showing: boolean;
  /** The page they would show on; empty for the page itself. */
  href: string;
}

/** To the person alone: what is kept back here, and how to see what they hid themselves. */
export function HiddenNotes({ you, rule, showing, href }: HiddenNotesProps) {
  const t = useT();
  if (!showing && you === 0 && rule === 0) return null;
  return (
    <div className="hidden-notes no-print-links">
      {showing && (
        <Notice tone="hidden">
          <p>{t("book.showingHidden")}</p>
          <p>
            <Link href="?">{t("book.hideAgain")}</Link>
          </p>
        </Notice>
      )}
      {!showing && you > 0 && (
        <p>
          {t("book.hiddenByYou", { n: you })} <Link href={`${href}?hidden=show`}>{t("book.showHidden")}</Link>
        </p>
      )}
      {rule > 0 && <Why of="status.empty.hidden-by-rule">{t("book.hiddenByRule", { n: rule })}</Why>}
    </div>
  );
}

/** To everybody else, always: it gives away nothing about whether something is hidden. */
export function MayBeMore({ self }: { self: boolean }) {
  const t = useT();
  return self ? null : <p className="soft">{t("book.mayBeMore")}</p>;
}
