import { readAppointment } from "#app/domain/health-book/read-appointment.ts";
import { calendarFile } from "#app/http/calendar-file.ts";
import { citizenPage } from "#app/http/page.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { catalogueOf } from "#app/print/markup-of.tsx";

const HOUR = 3_600_000;

/** GET /book/next-steps/:id/calendar.ics: an appointment for the phone's calendar, which tells where and when and nothing of why. */
export const loader = citizenPage(async ({ ctx, context, params }) => {
  const { id, when, source, status } = await readAppointment(ctx, params.id ?? "");
  const { t } = makeI18n(catalogueOf(context), context.language);
  const start = new Date(when?.from ?? "");
  const allDay = when?.precision === "day";
  const url = `${context.config.publicOrigin}/book/next-steps`;
  const event = {
    uid: `${id}@so-khoe`,
    start,
    end: when?.to ? new Date(Date.parse(when.to) + 1) : new Date(start.getTime() + (allDay ? 24 : 1) * HOUR),
    allDay,
    title: t("calendar.title", { facility: source.facility }),
    text: t("calendar.text", { address: url }),
    place: source.facility,
    url,
    tentative: status === "proposed" || status === "pending" || status === "waitlist",
    stamp: new Date(source.receivedAt),
  };
  return calendarFile(event, "so-khoe-lich-kham");
});
