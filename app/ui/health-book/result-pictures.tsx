import type { ResultView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { readable } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { ViewerLink } from "./result-registers.tsx";
import { resultHref } from "./sections.ts";

/** Pictures that a report was written about; they have pages, and no values. */
export function ResultPictures({ of }: { of: ResultView[] }) {
  const t = useT();
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{t("result.pictures")}</h2>
      <ul className="plain">
        {of.map((one) => (
          <li key={one.id}>
            <Link href={resultHref(one.id, one.hidden)} className="phone" translate="no">
              {one.title === undefined ? t("item.untitled.result") : readable(one.title, t)}
            </Link>
            <ViewerLink result={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
