import type { CardSaidView, CardView } from "#app/domain/health-book/insurance/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { placeWords, validityWords } from "./card-facts.tsx";

/** What facilities sent about a card, one line for each; it may be older than the insurer's answer. */
export function CardSaid({ card }: { card: CardView }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const said = newestOfEach(card.said);
  if (said.length === 0) return null;
  return (
    <div>
      <p className="soft small">{t("insurance.said")}</p>
      <ul className="plain">
        {said.map((one) => (
          <li key={`${one.source.facilityId}-${one.validTo ?? ""}`}>
            {[validityWords(one, i18n) ?? t("insurance.saidNothing"), one.place && placeWords(one.place, i18n)]
              .filter(Boolean)
              .join(" · ")}{" "}
            <span className="src">
              {t("insurance.saidOf", { facility: one.source.facility, when: f.date(one.source.receivedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A facility sends the card with each visit; the same said again is said once. They come newest first. */
function newestOfEach(said: CardSaidView[]): CardSaidView[] {
  const key = ({ source, validFrom, validTo, place }: CardSaidView) =>
    [source.facilityId, validFrom, validTo, place?.code].join();
  const first = new Map<string, CardSaidView>();
  for (const one of said) if (!first.has(key(one))) first.set(key(one), one);
  const told = new Set(said.flatMap((one) => (one.validTo ? one.source.facilityId : [])));
  // Where it once told how long the card is good, that it says nothing another time is no news.
  return [...first.values()].filter((one) => one.validTo || !told.has(one.source.facilityId));
}
