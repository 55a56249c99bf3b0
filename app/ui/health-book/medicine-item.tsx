import Ban from "lucide-react/icons/ban";
import type { MedicineView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Doses } from "./doses.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";
import { diagnosisWords } from "./title-words.ts";

/** A medicine: name and strength, how to take it, what for, until when. */
export function MedicineItem({ item, extent }: { item: MedicineView; extent: Extent }) {
  const { t, f } = useI18n();
  const full = extent !== "brief";
  return (
    <ItemFrame item={item} extent={extent}>
      <MedicineTags item={item} brief={!full} />
      {item.form === "proposed" && <StatusTag of="medicine.form.proposed" brief={!full} />}
      {(item.form === "stated" || item.form === "dispensed" || item.form === "given") && extent !== "visit" && (
        <p className="soft">{t(`medicine.form.${item.form}`)}</p>
      )}
      {!item.notToBeTaken && item.form !== "given" && <Doses doses={item.doses} full={full && item.current} />}
      {item.reasons.length > 0 && (
        <ClinicalText as="p" text={t("item.reason", { reason: diagnosisWords(item.reasons, t) })} />
      )}
      {item.until && <p>{t("item.untilDay", { date: f.day(item.until) })}</p>}
      {item.lasts && <p>{t(`item.lasts.${item.lasts.by}`, { date: f.day(item.lasts.until) })}</p>}
      {item.current && !item.until && !item.lasts && <p>{t("item.noLastDay")}</p>}
      {full && <MedicineDetails item={item} />}
    </ItemFrame>
  );
}

function MedicineTags({ item, brief }: { item: MedicineView; brief: boolean }) {
  const done = item.status === "completed" && (item.form === "dispensed" || item.form === "given");
  // "Active" is the prescription; where the medicine is over, its day says so.
  const usual = done || item.status === "active";
  const state = usual ? undefined : statusIn("medicine.status", item.status);
  if (!item.notToBeTaken && !state) return null;
  return (
    <div className="tags">
      {item.notToBeTaken && <StatusTag of="medicine.notToBeTaken" tone="danger" icon={Ban} brief={brief} />}
      {state && <StatusTag of={state} brief={brief || state === "medicine.status.completed"} />}
    </div>
  );
}

function MedicineDetails({ item }: { item: MedicineView }) {
  const { t, f } = useI18n();
  const { quantity, by } = item;
  return (
    <>
      <Lines
        of={[
          quantity &&
            t("medicine.quantity", { quantity: [f.decimal(quantity.value), quantity.unit].filter(Boolean).join(" ") }),
          by && t("medicine.prescribedBy", { name: by }),
        ]}
      />
      <Lines className="quote" of={item.notes} />
    </>
  );
}
