import { foldName } from "#app/shared/names.ts";
import { LOINC } from "../../fhir-r4/systems.ts";
import { coding, concept, resource, textAttachment } from "../../qd3176/mapping/elements.ts";
import { category, DECLARED, FORM_831, type FormContext, ICD10, type Mapped, saysNone } from "../context.ts";
import type { Part } from "../part.ts";

/** Part II.5: body part and year; or that there was none. */
export function mapSurgery(form: Part, context: FormContext): Mapped[] {
  const none = form.listOfNone("phau_thuat").length > 0;
  const some = form.listOfSome("phau_thuat").flatMap((item) => {
    const place = item.text("bo_phan") ?? item.text("ten");
    if (!place) return [];
    const performed = item.date("nam");
    return [
      resource("Procedure", context.id("surgery", foldName(place), performed ?? ""), {
        status: "completed",
        code: { text: `Phẫu thuật: ${place}` },
        subject: context.patient,
        performedDateTime: performed,
        note: [{ text: DECLARED }],
      }),
    ];
  });
  return none ? [...some, ...saysNone(context, "phau_thuat", "Phẫu thuật")] : some;
}

/** Part III. A dose without a day has no place in time, and stands as the form's word. */
export function mapVaccinations(form: Part, context: FormContext): Mapped[] {
  return form.listOfSome("tiem_chung").flatMap((item) => {
    const vaccine = item.text("vac_xin") ?? item.text("ten");
    if (!vaccine || item.flag("da_tiem") === false) return [];
    const day = item.date("ngay");
    const dose = item.text("mui");
    const number = /^[1-9]\d?$/.test(dose ?? "") ? Number(dose) : undefined;
    const [month, reaction, next] = [item.text("thang_thai"), item.text("phan_ung"), item.text("hen_ngay")];
    const notes = [
      month && `Tháng thai: ${month}`,
      reaction && `Phản ứng sau tiêm: ${reaction}`,
      next && `Hẹn tiêm tiếp: ${next}`,
    ];
    return [
      resource("Immunization", context.id("vaccination", foldName(vaccine), dose ?? "", day ?? ""), {
        status: "completed",
        vaccineCode: { text: vaccine },
        patient: context.patient,
        occurrenceDateTime: day,
        occurrenceString: day ? undefined : "Không ghi ngày tiêm",
        primarySource: false,
        lotNumber: item.text("so_lo"),
        protocolApplied: dose ? [number ? { doseNumberPositiveInt: number } : { doseNumberString: dose }] : [],
        note: [...notes, DECLARED].flatMap((text) => (text ? [{ text }] : [])),
      }),
    ];
  });
}

/** Measurements of part IV: field, LOINC code, words, UCUM unit. */
const MEASURED = [
  ["mach", "8867-4", "Mạch", "/min", "lần/phút"],
  ["nhiet_do", "8310-5", "Nhiệt độ", "Cel", "°C"],
  ["nhip_tho", "9279-1", "Nhịp thở", "/min", "lần/phút"],
  ["can_nang", "29463-7", "Cân nặng", "kg", "kg"],
  ["chieu_cao", "8302-2", "Chiều cao", "cm", "cm"],
  ["bmi", "39156-5", "BMI", "kg/m2", "kg/m²"],
  ["vong_bung", "8280-0", "Vòng bụng", "cm", "cm"],
] as const;

const UCUM = "http://unitsofmeasure.org";
const quantity = (value: unknown, code: string, unit: string) => ({ value, unit, system: UCUM, code });

/** Part IV: each examination a visit of its own, with what was measured and concluded. */
export function mapExaminations(form: Part, context: FormContext): Mapped[] {
  return form.listOfSome("kham").flatMap((exam, at) => {
    const day = exam.date("ngay");
    if (!day) return [];
    const visit = context.id("visit", day, exam.text("ma_lan_kham") ?? String(at));
    const of = { subject: context.patient, encounter: { reference: `Encounter/${visit}` } };
    const doctor = exam.text("bac_si");
    const advice = exam.text("loi_khuyen");
    return [
      resource("Encounter", visit, {
        status: "finished",
        class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" },
        subject: context.patient,
        period: { start: day, end: day },
        reasonCode: exam.text("ly_do") ? [{ text: exam.text("ly_do") }] : [],
        participant: doctor ? [{ individual: { display: doctor } }] : [],
      }),
      ...MEASURED.flatMap(([field, loinc, text, code, unit]) => {
        const value = exam.decimal(field);
        if (value === undefined) return [];
        return [vital(`${visit} ${field}`, loinc, text, { valueQuantity: quantity(value, code, unit) })];
      }),
      ...pressure(),
      ...diagnoses(),
      ...(advice ? [paper("loi_khuyen", "Lời khuyên, tư vấn", advice)] : []),
    ];

    function vital(key: string, loinc: string, text: string, value: object): Mapped {
      return resource("Observation", context.id("vital", key), {
        status: "final",
        category: category("vital-signs"),
        code: concept(coding(LOINC, loinc), text),
        ...of,
        effectiveDateTime: day,
        ...value,
      });
    }

    function pressure(): Mapped[] {
      const part = exam.part("huyet_ap");
      const [high, low] = [part.decimal("tam_thu"), part.decimal("tam_truong")];
      if (high === undefined || low === undefined) return [];
      const component = (loinc: string, text: string, value: unknown) => ({
        code: concept(coding(LOINC, loinc), text),
        valueQuantity: quantity(value, "mm[Hg]", "mmHg"),
      });
      const parts = [component("8480-6", "Huyết áp tâm thu", high), component("8462-4", "Huyết áp tâm trương", low)];
      return [vital(`${visit} huyet_ap`, "85354-9", "Huyết áp", { component: parts })];
    }

    /** What the doctor wrote down for the person to read is a paper of that visit, and no finding. */
    function paper(code: string, title: string, text: string): Mapped {
      return resource("DocumentReference", context.id("exam", visit, code), {
        status: "current",
        type: concept(coding(FORM_831, code), title),
        subject: context.patient,
        content: [{ attachment: textAttachment(title, text) }],
        context: { encounter: [of.encounter], period: { start: day, end: day } },
      });
    }

    function diagnoses(): Mapped[] {
      const text = exam.text("ket_luan");
      const codes = (exam.text("icd10") ?? "").split(/[;,]/).flatMap((c) => c.trim() || []);
      if (!text && codes.length === 0) return [];
      const category = "http://terminology.hl7.org/CodeSystem/condition-category";
      return (codes.length > 0 ? codes : [undefined]).map((code, n) =>
        resource("Condition", context.id("diagnosis", visit, code ?? ""), {
          category: [{ coding: [{ system: category, code: "encounter-diagnosis" }] }],
          code: concept(coding(ICD10, code), n === 0 ? text : undefined),
          ...of,
          recordedDate: day,
        }),
      );
    }
  });
}
