import type { NextStepView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";

/** An appointment ahead, for the phone's own calendar. */
export function CalendarLink({ of }: { of: NextStepView }) {
  const t = useT();
  const dated = of.when?.precision === "time" || of.when?.precision === "day";
  if (of.form !== "appointment" || !of.open || !dated || of.unsafe || of.hidden) return null;
  return (
    <p className="no-print">
      <Link className="tap" href={`/book/next-steps/${of.id}/calendar.ics`} download>
        {t("calendar.add")}
      </Link>
    </p>
  );
}
