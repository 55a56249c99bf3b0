import { facility } from "../facilities.ts";
import { type Calendar, calendar, plusMinutes } from "../fhir/calendar.ts";
import { type Chart, chart } from "../fhir/chart.ts";
import { hl7, sid } from "../fhir/codes.ts";
import { message } from "../fhir/message.ts";
import { ref } from "../fhir/reference.ts";
import { resource } from "../fhir/resource.ts";
import type { FhirBundle, FhirResource } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { birthWeight, bloodPressure } from "../fhir/vital-signs.ts";
import { type Persona, persona } from "../personas.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";

/** A delivery that must not reach anybody's book, and why. */
export interface TroubledMessage {
  facilityKey: string;
  /** Whom it is about, where nobody of the province is meant. */
  personaKey?: string;
  bundle: FhirBundle;
  outcome: "quarantined" | "rejected";
  /** The reason or issue code that the operator should see. */
  reason: "unknown-person" | "name-contradicts" | "date" | "mother-unclear";
}

/** For the operator's screens: nobody's number, somebody else's, a day that never was, and two children without a number. */
export function quarantineMessages(today: Date): TroubledMessage[] {
  const c = calendar(today);
  return [
    { ...onlyOwnNumber(c), outcome: "quarantined", reason: "unknown-person" },
    { ...otherName(c), outcome: "quarantined", reason: "name-contradicts" },
    { ...impossibleDate(c), outcome: "rejected", reason: "date" },
    { ...newbornOfWhom(c), outcome: "quarantined", reason: "mother-unclear" },
    { ...temporaryCard(c), outcome: "quarantined", reason: "unknown-person" },
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

/** Born three days ago; the mother's number on its papers is Hà's, her name another's. */
function newbornOfWhom(c: Calendar) {
  const born = c.at(-3, "04:50");
  const child: Persona = { ...unnamed("Con bà Hạnh", born), key: "newborn", gender: "female" };
  const about = chart(facility("general-hospital"), child, {
    number: "26-10411",
    since: born,
    home: { ...nowhere, line: "Thôn Đoài" },
  });
  const mother = resource("RelatedPerson", `${about.facility.code5}-me-26-10411`, born, {
    patient: ref(about.patient),
    relationship: [{ ...hl7("v3-RoleCode", "MTH"), text: "Mẹ" }],
    identifier: [{ use: "official", system: sid("cccd"), value: persona("ha").personalNumber }],
    name: [{ use: "official", text: "Ngô Thị Hạnh" }],
    telecom: [{ system: "phone", value: "0950000188" }],
  });
  return weighed(about, born, {
    slug: "so-sinh-ba-hanh",
    grams: "3100",
    reason: "Sinh tại bệnh viện, thai 38 tuần",
    more: [mother],
  });
}

/** Ten days old, with the card the maternity ward lent: at another hospital it tells nobody. */
function temporaryCard(c: Calendar) {
  const child: Persona = { ...unnamed("Con bà Lành", c.at(-12, "09:15")), key: "lent-card" };
  const home = { ...nowhere, line: "Xóm Mới", insurance: "TE199KT00004170" };
  const since = c.workday(-2, "08:20");
  const about = chart(facility("regional-centre"), child, { number: "DN-32244", since, home });
  return weighed(about, since, { slug: "con-ba-lanh-vang-da", grams: "3350", reason: "Vàng da", more: [] });
}

const unnamed = (name: string, born: string): Persona => ({
  ...persona("bao"),
  personalNumber: undefined,
  name,
  birthDate: born.slice(0, 10),
});

function weighed(
  about: Chart,
  start: string,
  said: { slug: string; grams: string; reason: string; more: FhirResource[] },
) {
  const { slug, grams, reason, more } = said;
  const doctor = doctors.paediatrician;
  const seen = visit(about, { slug, start, minutes: 30, department: "Khoa Nhi – Sơ sinh", doctor, reason });
  const resources = [...more, seen.encounter, birthWeight(seen, grams)];
  return message(about, plusMinutes(seen.end, 30), resources);
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
