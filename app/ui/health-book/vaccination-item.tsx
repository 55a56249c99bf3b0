import type { VaccinationView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

function doseOf({ dose, doses }: VaccinationView, { t }: I18n): string | undefined {
  if (dose === undefined) return undefined;
  return doses === undefined ? t("vaccination.dose", { dose }) : t("vaccination.doseOf", { dose, doses });
}

/** A dose given, or recorded as not given. */
export function VaccinationItem({ item, extent }: { item: VaccinationView; extent: Extent }) {
  const i18n = useI18n();
  const { t } = i18n;
  const dose = doseOf(item, i18n);
  const lines = [
    item.against.length > 0 && t("vaccination.against", { diseases: item.against.join(", ") }),
    item.reasonNotGiven && t("vaccination.whyNot", { reason: item.reasonNotGiven }),
  ];
  return (
    <ItemFrame item={item} extent={extent} whenText={item.whenText}>
      {(!item.given || item.subpotent) && (
        <div className="tags">
          {!item.given && <StatusTag of="vaccination.notGiven" tone="needs" brief={extent === "brief"} />}
          {item.subpotent && <StatusTag of="vaccination.subpotent" tone="needs" brief={extent === "brief"} />}
        </div>
      )}
      <Lines of={[dose, ...lines]} />
      {extent !== "brief" && <Lines className="soft" of={[batch(item, i18n), ...item.notes]} />}
    </ItemFrame>
  );
}

/** What tells this dose from all others. */
function batch(item: VaccinationView, { t }: I18n): string {
  const parts = [
    item.series && t("vaccination.series", { series: item.series }),
    item.lot && t("vaccination.lot", { lot: item.lot }),
    item.manufacturer && t("vaccination.maker", { maker: item.manufacturer }),
    item.place && t("vaccination.place", { place: item.place }),
  ];
  return parts.filter(Boolean).join(" · ");
}
