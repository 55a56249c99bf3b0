import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { hl7, loinc } from "./codes.ts";
import { decimal } from "./decimal.ts";
import { ref } from "./reference.ts";
import type { FhirResource } from "./types.ts";

const UCUM = "http://unitsofmeasure.org";

interface Measure {
  key: string;
  code: string;
  title: string;
  unit: string;
  ucum: string;
}

/** A number with its unit as written and in UCUM. */
export const quantity = (digits: string, unit: string, ucum: string) => ({
  value: decimal(digits),
  unit,
  system: UCUM,
  code: ucum,
});

const measured =
  (m: Measure) =>
  (visit: Visit, digits: string): FhirResource =>
    ofVisit(visit, "Observation", m.key, {
      ...taken(visit),
      code: loinc(m.code, m.title),
      valueQuantity: quantity(digits, m.unit, m.ucum),
    });

const taken = (visit: Visit) => ({
  status: "final",
  category: [hl7("observation-category", "vital-signs")],
  subject: ref(visit.chart.patient),
  encounter: ref(visit.encounter),
  effectiveDateTime: visit.start,
  performer: [ref(visit.doctor, nameOf(visit.doctor))],
});

/** Blood pressure as one measurement with two parts. */
export const bloodPressure = (visit: Visit, systolic: number, diastolic: number): FhirResource =>
  ofVisit(visit, "Observation", "huyet-ap", {
    ...taken(visit),
    code: loinc("85354-9", "Huyết áp"),
    component: [
      { code: loinc("8480-6", "Huyết áp tâm thu"), valueQuantity: quantity(String(systolic), "mmHg", "mm[Hg]") },
      { code: loinc("8462-4", "Huyết áp tâm trương"), valueQuantity: quantity(String(diastolic), "mmHg", "mm[Hg]") },
    ],
  });

export const pulse = measured({ key: "mach", code: "8867-4", title: "Mạch", unit: "lần/phút", ucum: "/min" });
export const temperature = measured({ key: "nhiet-do", code: "8310-5", title: "Nhiệt độ", unit: "°C", ucum: "Cel" });
export const breathing = measured({
  key: "nhip-tho",
  code: "9279-1",
  title: "Nhịp thở",
  unit: "lần/phút",
  ucum: "/min",
});
export const oxygen = measured({
  key: "spo2",
  code: "2708-6",
  title: "Độ bão hòa oxy máu (SpO2)",
  unit: "%",
  ucum: "%",
});
export const weight = measured({ key: "can-nang", code: "29463-7", title: "Cân nặng", unit: "kg", ucum: "kg" });
export const height = measured({ key: "chieu-cao", code: "8302-2", title: "Chiều cao", unit: "cm", ucum: "cm" });
export const bodyMass = measured({ key: "bmi", code: "39156-5", title: "BMI", unit: "kg/m²", ucum: "kg/m2" });
export const headSize = measured({ key: "vong-dau", code: "9843-4", title: "Vòng đầu", unit: "cm", ucum: "cm" });
export const birthWeight = measured({
  key: "can-nang-sinh",
  code: "8339-4",
  title: "Cân nặng lúc sinh",
  unit: "g",
  ucum: "g",
});
export const birthLength = measured({
  key: "chieu-dai-sinh",
  code: "89269-5",
  title: "Chiều dài lúc sinh",
  unit: "cm",
  ucum: "cm",
});
export const bellyHeight = measured({
  key: "cao-tu-cung",
  code: "11881-0",
  title: "Bề cao tử cung",
  unit: "cm",
  ucum: "cm",
});
export const foetalHeart = measured({
  key: "tim-thai",
  code: "55283-6",
  title: "Tim thai",
  unit: "lần/phút",
  ucum: "/min",
});
