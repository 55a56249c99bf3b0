import { facility } from "../facilities.ts";
import { type Calendar, calendar, plusMinutes } from "../fhir/calendar.ts";
import { type Chart, chart } from "../fhir/chart.ts";
import { message } from "../fhir/message.ts";
import type { FhirBundle } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure } from "../fhir/vital-signs.ts";
import { type Persona, persona } from "../personas.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";

/** A delivery that must not reach anybody's book, and why. */
export interface TroubledMessage {
  facilityKey: string;
  bundle: FhirBundle;
  outcome: "quarantined" | "rejected";
  /** The reason or issue code that the operator should see. */
  reason: "unknown-person" | "name-contradicts" | "date";
}

/** For the operator's screens: nobody's number, somebody else's number, and a day that never was. */
export function quarantineMessages(today: Date): TroubledMessage[] {
  const c = calendar(today);
  return [
    { ...onlyOwnNumber(c), outcome: "quarantined", reason: "unknown-person" },
    { ...otherName(c), outcome: "quarantined", reason: "name-contradicts" },
    { ...impossibleDate(c), outcome: "rejected", reason: "date" },
  ];
}

const nowhere = { line: "Không rõ", commune: "xã Tam Giang", phone: "0950000199" };

/** Brought in without papers: only the hospital's own number says who this is. */
function onlyOwnNumber(c: Calendar) {
  const stranger: Persona = {
    ...persona("hung"),
    key: "stranger",
    personalNumber: undefined,
    name: "Nguyễn Văn Nam",
    birthDate: "1969",
  };
  const since = c.at(-6, "21:40");
  return pressure(
    chart(facility("general-hospital"), stranger, { number: "26-09988", since, home: nowhere }),
    since,
    "cap-cuu-nam",
  );
}

/** Hùng's number under another name, birth date and sex: typed wrong, or a borrowed card. */
function otherName(c: Calendar) {
  const other: Persona = { ...persona("hung"), name: "Trần Thị Hường", birthDate: "1992-04-01", gender: "female" };
  const since = c.workday(-4, "10:05");
  return pressure(
    chart(facility("regional-centre"), other, { number: "DN-32217", since, home: nowhere }),
    since,
    "kham-huong",
  );
}

/** A clock gone wrong: measured on 30 February. */
function impossibleDate(c: Calendar) {
  const since = c.workday(-2, "15:20");
  const sent = pressure(chartOf("commune-station", "hoa", "TG-0478", c.workday(-141, "09:00")), since, "hoa-ngay-sai");
  for (const { resource } of sent.bundle.entry) {
    if (resource.resourceType === "Observation")
      resource.effectiveDateTime = `${since.slice(0, 4)}-02-30T08:15:00+07:00`;
  }
  return sent;
}

function pressure(about: Chart, start: string, slug: string): { facilityKey: string; bundle: FhirBundle } {
  const seen = visit(about, {
    slug,
    start,
    minutes: 20,
    department: "Phòng khám",
    doctor: doctorAt[about.facility.key] ?? doctors.general,
    reason: "Chóng mặt",
  });
  const { facilityKey, bundle } = message(about, plusMinutes(seen.end, 30), [
    seen.encounter,
    bloodPressure(seen, 150, 92),
  ]);
  return { facilityKey, bundle };
}

const doctorAt: Readonly<Record<string, (typeof doctors)[keyof typeof doctors]>> = {
  "general-hospital": doctors.general,
  "regional-centre": doctors.orthopaedist,
  "commune-station": doctors.stationDoctor,
};
