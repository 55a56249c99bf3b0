import { plusMinutes } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { dicom, hl7Coding, words } from "./codes.ts";
import { ref, uuidOf } from "./reference.ts";
import type { Concept, FhirResource } from "./types.ts";

interface Imaging {
  key: string;
  code: Concept;
  /** DICOM modality: DX, US, OP … */
  modality: string;
  bodySite: string;
  images: number;
  conclusion: string;
  by: FhirResource;
  /** Minutes from the start of the visit. */
  after?: number;
}

/** Pictures and the report on them, in words. */
export function imaging(visit: Visit, i: Imaging): FhirResource[] {
  const started = plusMinutes(visit.start, i.after ?? 30);
  const issued = plusMinutes(started, 35);
  const study = ofVisit(
    visit,
    "ImagingStudy",
    `${i.key}-anh`,
    {
      identifier: [{ system: "urn:dicom:uid", value: `urn:oid:${seriesUid(`${visit.encounter.id}-${i.key}-study`)}` }],
      status: "available",
      modality: [dicom(i.modality)],
      subject: ref(visit.chart.patient),
      encounter: ref(visit.encounter),
      started,
      numberOfSeries: 1,
      numberOfInstances: i.images,
      procedureCode: [i.code],
      description: `${i.code.text} – ${i.images} ảnh`,
      series: [
        {
          uid: seriesUid(`${visit.encounter.id}-${i.key}`),
          number: 1,
          modality: dicom(i.modality),
          bodySite: { display: i.bodySite },
          numberOfInstances: i.images,
        },
      ],
    },
    issued,
  );
  const report = examReport(visit, {
    ...i,
    category: ["RAD", "Chẩn đoán hình ảnh"],
    after: (i.after ?? 30) + 35,
  });
  return [study, { ...report, imagingStudy: [ref(study, i.code.text)] }];
}

interface Exam {
  key: string;
  code: Concept;
  /** HL7 v2-0074 code of the department, and its name. */
  category: [code: string, text: string];
  conclusion: string;
  by: FhirResource;
  after?: number;
  results?: FhirResource[];
}

/** A report in words: endoscopy, electrocardiogram, ultrasound. */
export const examReport = (visit: Visit, e: Exam): FhirResource => {
  const issued = plusMinutes(visit.start, e.after ?? 40);
  return ofVisit(
    visit,
    "DiagnosticReport",
    e.key,
    {
      status: "final",
      category: [{ coding: [hl7Coding("v2-0074", e.category[0])], text: e.category[1] }],
      code: e.code,
      subject: ref(visit.chart.patient),
      encounter: ref(visit.encounter),
      effectiveDateTime: plusMinutes(visit.start, (e.after ?? 40) - 20),
      issued,
      performer: [ref(visit.chart.organization, visit.chart.facility.name)],
      resultsInterpreter: [ref(e.by, nameOf(e.by))],
      result: e.results?.map((r) => ref(r, (r.code as Concept).text)),
      conclusion: e.conclusion,
    },
    issued,
  );
};

/** Something done to the person at a visit; `on` for what was done long before ("1995"). */
export const procedure = (
  visit: Visit,
  p: { key: string; name: string; on?: string; bodySite?: string; outcome?: string; reason?: string; note?: string },
): FhirResource =>
  ofVisit(visit, "Procedure", p.key, {
    status: "completed",
    code: words(p.name),
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    performedDateTime: p.on ?? plusMinutes(visit.start, 30),
    performer: p.on ? undefined : [{ actor: ref(visit.doctor, nameOf(visit.doctor)) }],
    reasonCode: p.reason && [words(p.reason)],
    bodySite: p.bodySite && [words(p.bodySite)],
    outcome: p.outcome && words(p.outcome),
    note: p.note && [{ text: p.note }],
  });

/** An OID of the form any UUID may be written in (2.25.…), as DICOM allows. */
const seriesUid = (name: string): string => `2.25.${BigInt(`0x${uuidOf(name).replaceAll("-", "")}`)}`;
