import { dayOf } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import type { Chart } from "./chart.ts";
import { nameOf } from "./chart.ts";
import { cvx, hl7, loinc, words } from "./codes.ts";
import { ref } from "./reference.ts";
import { resource } from "./resource.ts";
import type { Day, FhirResource, Moment } from "./types.ts";

export interface Vaccine {
  key: string;
  name: string;
  cvx?: string;
  against: string[];
  maker: string;
  site?: string;
  route?: string;
  ml?: string;
}

export interface Shot {
  vaccine: Vaccine;
  dose?: number;
  of?: number;
  lot?: string;
  series?: string;
  note?: string;
  /** Put off or refused: recorded as not given. */
  notGiven?: string;
}

/** One dose, or the record that it was not given. */
export function immunization(visit: Visit, s: Shot): FhirResource {
  const { vaccine } = s;
  return ofVisit(visit, "Immunization", s.dose ? `${vaccine.key}-${s.dose}` : vaccine.key, {
    status: s.notGiven ? "not-done" : "completed",
    statusReason: s.notGiven && words(s.notGiven),
    vaccineCode: cvx(vaccine.cvx, vaccine.name),
    patient: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    occurrenceDateTime: dayOf(visit.start),
    recorded: visit.end,
    primarySource: true,
    ...(s.notGiven ? {} : administered(vaccine, s)),
    performer: [{ actor: ref(visit.doctor, nameOf(visit.doctor)) }],
    note: s.note && [{ text: s.note }],
    protocolApplied: protocol(s),
  });
}

const administered = (vaccine: Vaccine, s: Shot) => ({
  lotNumber: s.lot,
  manufacturer: { display: vaccine.maker },
  site: words(vaccine.site ?? "Bắp tay trái"),
  route: words(vaccine.route ?? "Tiêm bắp"),
});

const protocol = (s: Shot) =>
  s.dose && [
    {
      ...(s.series ? { series: s.series } : {}),
      targetDisease: s.vaccine.against.map(words),
      doseNumberPositiveInt: s.dose,
      ...(s.of ? { seriesDosesPositiveInt: s.of } : {}),
    },
  ];

interface Due {
  vaccine: Vaccine;
  dose: number;
  due: Day;
  /** Past the day it may at latest be given without being late. */
  overdue: boolean;
  description: string;
}

/** What the vaccination record says should come next. */
export const recommendation = (chart: Chart, at: Moment, d: Due): FhirResource =>
  resource("ImmunizationRecommendation", `${chart.patient.id}-hen-${d.vaccine.key}`, at, {
    patient: ref(chart.patient),
    date: at,
    authority: ref(chart.organization, chart.facility.name),
    recommendation: [
      {
        vaccineCode: [cvx(d.vaccine.cvx, d.vaccine.name)],
        targetDisease: words(d.vaccine.against[0] ?? ""),
        forecastStatus: {
          ...hl7("immunization-recommendation-status", d.overdue ? "overdue" : "due"),
          text: d.overdue ? "Đã quá hạn" : "Sắp đến hạn",
        },
        dateCriterion: [{ code: loinc("30980-7", "Ngày đến hạn tiêm"), value: d.due }],
        description: d.description,
        doseNumberPositiveInt: d.dose,
      },
    ],
  });
