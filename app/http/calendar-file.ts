import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export interface CalendarEvent {
  /** Always the same for the same appointment, so that a second file moves it and makes no other. */
  uid: string;
  start: Date;
  end: Date;
  /** Known by its day alone. */
  allDay: boolean;
  /** What a locked phone may show: no diagnosis, no department. */
  title: string;
  text: string;
  place: string;
  url: string;
  tentative: boolean;
  /** When it was last told. */
  stamp: Date;
}

const ZONE = "Asia/Ho_Chi_Minh";

/** Việt Nam has kept one time since 1975. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:STANDARD
DTSTART:19750613T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE`;

/** One event as a file for calendars (RFC 5545), in Việt Nam's time. */
export function calendarFile(event: CalendarEvent, name: string): Response {
  const calendar = ical({ prodId: "//so-khoe//so-khoe//VI", method: ICalCalendarMethod.PUBLISH });
  calendar.timezone({ name: ZONE, generator: () => VTIMEZONE });
  calendar.createEvent({
    id: event.uid,
    start: local(event.start),
    end: local(event.end),
    allDay: event.allDay,
    timezone: ZONE,
    summary: event.title,
    description: event.text,
    location: event.place,
    url: event.url,
    status: event.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    stamp: event.stamp,
  });
  return new Response(calendar.toString(), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      "Content-Disposition": `attachment; filename="${name}.ics"`,
    },
  });
}

/** The library writes a zone's time by the clock of the process: one that shows Việt Nam's. */
function local(at: Date): Date {
  const there = new Date(at.getTime() + 7 * 3_600_000);
  return new Date(
    there.getUTCFullYear(),
    there.getUTCMonth(),
    there.getUTCDate(),
    there.getUTCHours(),
    there.getUTCMinutes(),
  );
}
