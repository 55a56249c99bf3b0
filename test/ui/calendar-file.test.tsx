import ICAL from "ical.js";
import { expect, it } from "vitest";
import { calendarFile } from "#app/http/calendar-file.ts";

const event = {
  uid: "01900000-0000-7000-8000-000000000000@so-khoe",
  start: new Date("2026-11-24T01:30:00Z"),
  end: new Date("2026-11-24T02:30:00Z"),
  allDay: false,
  title: "Lịch khám – BV Đa khoa Bắc Ninh, số 1; \\ tòa nhà B",
  text: "Xem nơi khám, giờ và việc cần chuẩn bị trong Sổ Khỏe: https://so.test/book/next-steps",
  place: "BV Đa khoa Bắc Ninh, số 1",
  url: "https://so.test/book/next-steps",
  tentative: false,
  stamp: new Date("2026-11-20T00:00:00Z"),
};

const read = async (of: typeof event) => {
  const answer = calendarFile(of, "so-khoe-lich-kham");
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const text = await answer.text();
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.register(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
  return { text, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component) };
};

it("an appointment is read at its time in Việt Nam by a calendar nobody here wrote, and stays one event", async () => {
  const { text, event: found } = await read(event);
  expect(text).toContain("DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T083000");
  expect([found.startDate.toJSDate(), found.endDate.toJSDate()]).toEqual([event.start, event.end]);
  expect([found.uid, found.summary, found.location, found.description]).toEqual([
    event.uid,
    event.title,
    event.place,
    event.text,
  ]);
  expect((await read(event)).text).toBe(text);
});

it("a day without a time is a whole day", async () => {
  const day = {
    ...event,
    allDay: true,
    start: new Date("2026-11-23T17:00:00Z"),
    end: new Date("2026-11-24T17:00:00Z"),
  };
  const { text, event: found } = await read(day);
  expect(text).toContain("DTSTART;VALUE=DATE:20261124");
  expect([found.startDate.isDate, found.endDate.toString()]).toEqual([true, "2026-11-25"]);
});
