import type { NextStepView, VaccinationDue } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import type { Tone } from "../primitives/tag.tsx";
import { When } from "../primitives/when.tsx";
import { CalendarLink } from "./calendar-link.tsx";
import { DateIs } from "./date-is.tsx";
import { type Extent, ItemFrame } from "./item-frame.tsx";
import { Lines } from "./lines.tsx";

/** States that say no more than being listed here does. */
const plain = new Set(["active", "booked", "completed", "fulfilled", "accepted"]);
const tones: ReadonlyMap<string, Tone> = new Map([
  ["overdue", "needs"],
  ["due", "needs"],
  ["pending", "needs"],
  ["noshow", "needs"],
]);

/** Something ahead: an appointment, an order, a vaccination due. */
export function NextStepItem({ item, extent }: { item: NextStepView; extent: Extent }) {
  const { t } = useI18n();
  const { status = "" } = item;
  const state = plain.has(status) ? undefined : statusIn("nextStep.status", status);
  const dated = item.open && item.when && (item.form === "appointment" || item.form === "vaccination-due");
  // A plan fills a page; on the first one its name is enough.
  const short = extent === "brief" && item.form !== "appointment" && item.form !== "vaccination-due";
  return (
    <ItemFrame item={item} extent={extent}>
      {dated && (
        <p className="val">
          <When value={item.when} as="appointment" />
        </p>
      )}
      <DateIs of={item} />
      <p className="soft">{t(`nextStep.form.${item.form}`)}</p>
      {state && <StatusTag of={state} tone={tones.get(status) ?? "quiet"} brief={extent === "brief"} />}
      <Lines
        of={[
          ...(short ? [] : item.details.map((detail) => t.maybe("nextStep.achievement", detail) ?? detail)),
          !short && item.instruction && t("nextStep.instruction", { text: item.instruction }),
          extent !== "brief" && item.by && t("nextStep.by", { name: item.by }),
        ]}
      />
      {extent !== "brief" && <CalendarLink of={item} />}
      {item.others.length > 0 && <OthersDue of={item.others} />}
    </ItemFrame>
  );
}

function OthersDue({ of }: { of: VaccinationDue[] }) {
  const { t, f } = useI18n();
  const words = ({ title, when, dateIs, status, details }: VaccinationDue): string =>
    [
      title ?? t("item.untitled.vaccination"),
      t.maybe("nextStep.status", status),
      when && f.day(when),
      when && dateIs && (t.maybe("nextStep.dateIs", dateIs) ?? dateIs),
      ...details,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <p className="soft">{t("nextStep.othersDue")}</p>
      <Lines of={of.map(words)} />
    </>
  );
}
