import crypto from "node:crypto";
import { type Chart, chart as newChart } from "../../province/fhir/chart.ts";
import { message } from "../../province/fhir/message.ts";
import type { Home } from "../../province/fhir/patient.ts";
import { revised } from "../../province/fhir/resource.ts";
import type { StoryMessage } from "../../province/fhir/types.ts";
import { bloodPressure } from "../../province/fhir/vital-signs.ts";
import { momentOf, openVisit } from "./open-visit.ts";

const YEARS_OFF = 3;

/** The right number under another birth date: typed wrong, or a borrowed card. */
export function otherBirthDate(chart: Chart, now: Date): StoryMessage {
  const { birthDate } = chart.person;
  const other = `${Number(birthDate.slice(0, 4)) - YEARS_OFF}${birthDate.slice(4)}`;
  return pressure({ ...chart, patient: revised(chart.patient, momentOf(now), { birthDate: other }) }, now);
}

/** A clock gone wrong: measured on 30 February. */
export function impossibleDate(chart: Chart, now: Date): StoryMessage {
  const sent = pressure(chart, now);
  for (const { resource } of sent.bundle.entry) {
    if (resource.resourceType === "Observation")
      resource.effectiveDateTime = `${now.getUTCFullYear()}-02-30T08:15:00+07:00`;
  }
  return sent;
}

/** Without papers: the right name and birth date, but only a number of the facility's own, never seen before. */
export function unknownPatient(chart: Chart, now: Date, home: Home): StoryMessage {
  const stranger = { ...chart.person, personalNumber: undefined, passport: undefined };
  const { insurance: _card, ...household } = home;
  const number = `LA-${crypto.randomBytes(3).toString("hex")}`;
  return pressure(newChart(chart.facility, stranger, { number, since: momentOf(now), home: household }), now);
}

function pressure(chart: Chart, now: Date): StoryMessage {
  const visit = openVisit(chart, now, { reason: "Chóng mặt" });
  return message(chart, momentOf(now), [visit.encounter, bloodPressure(visit, 150, 92)]);
}
