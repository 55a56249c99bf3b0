import { useI18n } from "#app/i18n/t.tsx";
import { MoreLink } from "../patterns/more-link.tsx";

interface BookSourcesProps {
  sources: { facility: string; lastReceivedAt: string }[];
  /** That nobody has sent is said to the person alone. */
  self: boolean;
  /** Beside a list instead of under it. */
  aside?: boolean;
}

/** Where all of this comes from, and how fresh it is. */
export function BookSources({ sources, self, aside }: BookSourcesProps) {
  const { t, f } = useI18n();
  return (
    <section aria-labelledby="sent-by" className={aside ? "side" : "apart"}>
      <h2 id="sent-by">{t("book.sentBy")}</h2>
      {sources.length === 0 ? (
        <p>{t(self ? "book.sentNone" : "book.sentNotShown")}</p>
      ) : (
        <ul className="plain">
          {sources.map((source) => (
            <li key={source.facility}>
              {t("book.sentLine", { facility: source.facility, when: f.recentDay(source.lastReceivedAt) })}
            </li>
          ))}
        </ul>
      )}
      <MoreLink href="/book/sources">{t("book.eachSource")}</MoreLink>
    </section>
  );
}
