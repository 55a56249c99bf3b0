import type { Span } from "#app/i18n/format/dates.ts";
import { machineTime } from "#app/i18n/format/local-time.ts";
import { useI18n } from "#app/i18n/t.tsx";

interface WhenProps {
  value: Span | undefined;
  /** `day` leaves clock times out, `full` shows what is known, `appointment` leads with the weekday. */
  as?: "day" | "full" | "appointment";
}

/** A clinical date, as precise as it is known. */
export function When({ value, as = "day" }: WhenProps) {
  const { t, f } = useI18n();
  if (!value) return <>{t("common.noDate")}</>;
  const text = as === "day" ? f.day(value) : as === "full" ? f.when(value) : f.appointment(value);
  return <time dateTime={machineTime(value.from, value.precision)}>{text}</time>;
}

interface MomentProps {
  at: string;
  /** `date` alone, `recent` in words near now, `full` with the clock time. */
  as?: "date" | "recent" | "full";
}

/** A moment of the portal's own: received, looked, sent. */
export function Moment({ at, as = "recent" }: MomentProps) {
  const { f } = useI18n();
  const text = as === "date" ? f.date(at) : as === "full" ? f.moment(at) : f.recent(at);
  return <time dateTime={machineTime(at, as === "date" ? "day" : "time")}>{text}</time>;
}
