import type { CardView, PlaceView } from "#app/domain/health-book/insurance/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { DescriptionList } from "../../primitives/description-list.tsx";

interface Validity {
  validFrom: string | undefined;
  validTo: string | undefined;
}

/** From when until when, as far as it is told. */
export function validityWords({ validFrom, validTo }: Validity, { t, f }: I18n): string | undefined {
  if (validFrom && validTo) return t("insurance.fromTo", { from: f.date(validFrom), to: f.date(validTo) });
  if (validFrom) return t("insurance.from", { from: f.date(validFrom) });
  return validTo && t("insurance.to", { to: f.date(validTo) });
}

export const placeWords = ({ code, name }: PlaceView, { t }: I18n): string =>
  name ? t("insurance.placeCode", { name, code }) : t("insurance.placeUnknown", { code });

/** What the insurer's last answer and the number itself tell. */
export function CardFacts({ card, brief }: { card: CardView; brief?: boolean }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const { answer, benefit } = card;
  const told = answer && validityWords(answer, i18n);
  return (
    <DescriptionList
      facts={[
        {
          label: t("insurance.newCard"),
          value: answer?.newNumber && <b translate="no">{answer.newNumber.join(" ")}</b>,
        },
        { label: t("insurance.validity"), value: told && <b>{told}</b> },
        {
          label: t("insurance.benefit"),
          value: benefit ? (
            <>
              {t(`insurance.benefitOf.${benefit}`)}
              {!brief && <span className="kind">{t("insurance.benefitWhen")}</span>}
            </>
          ) : (
            !brief && t("insurance.benefitUnknown")
          ),
        },
        { label: t("insurance.place"), value: answer?.place && placeWords(answer.place, i18n) },
        {
          label: t("insurance.fiveYears"),
          value: answer?.fiveYears && t("insurance.fiveYearsSince", { date: f.date(answer.fiveYears) }),
        },
      ]}
    />
  );
}
