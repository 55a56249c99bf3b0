import type { InventedPerson } from "./person.ts";

export type Resource = { resourceType: string; id: string; [element: string]: unknown };

export const TESTS = [
  ["22.0001", "Glucose [Huyết tương]", "mmol/L", 4, 9],
  ["22.0002", "Creatinin [Huyết tương]", "µmol/L", 45, 130],
  ["22.0003", "Cholesterol toàn phần", "mmol/L", 3.1, 7.2],
  ["22.0004", "Triglycerid", "mmol/L", 0.5, 4.1],
  ["22.0005", "Hoạt độ AST (GOT)", "U/L", 11, 80],
  ["22.0006", "Hoạt độ ALT (GPT)", "U/L", 9, 90],
  ["22.0007", "Hồng cầu (RBC)", "10^12/L", 3.6, 5.9],
  ["22.0008", "Huyết sắc tố (HGB)", "g/L", 88, 170],
  ["22.0009", "Bạch cầu (WBC)", "10^9/L", 3.5, 14],
  ["22.0010", "Tiểu cầu (PLT)", "10^9/L", 120, 420],
  ["22.0011", "HbA1c", "%", 4.8, 10.4],
  ["22.0012", "Kali", "mmol/L", 3.2, 5.4],
] as const;
export const DRUGS = [
  ["40.30", "Paracetamol", "500mg", "uống sau ăn, cách nhau ít nhất 6 giờ"],
  ["40.663", "Amlodipin", "5mg", "uống buổi sáng"],
  ["40.805", "Metformin", "850mg", "uống sau ăn sáng và chiều"],
  ["40.154", "Amoxicilin + acid clavulanic", "875mg + 125mg", "uống đầu bữa ăn, 7 ngày"],
  ["40.677", "Losartan", "50mg", "uống buổi sáng"],
  ["40.558", "Atorvastatin", "20mg", "uống buổi tối"],
  ["40.685", "Omeprazol", "20mg", "uống trước ăn sáng 30 phút"],
] as const;
export const ILLNESSES = [
  ["I10", "Tăng huyết áp vô căn (nguyên phát)"],
  ["E11.9", "Đái tháo đường không phụ thuộc insuline, chưa có biến chứng"],
  ["J06.9", "Nhiễm trùng đường hô hấp trên cấp, không phân loại"],
  ["K29.7", "Viêm dạ dày, không đặc hiệu"],
  ["M54.5", "Đau lưng vùng thấp"],
  ["E78.5", "Tăng lipid máu, không đặc hiệu"],
] as const;
export const SERVICES = [
  ["02.1899", "Khám Nội"],
  ["18.0001.0001", "Siêu âm ổ bụng"],
  ["18.0067.0029", "Chụp X-quang ngực thẳng"],
  ["02.0085.1778", "Điện tim thường"],
] as const;

/** What a hospital sends of one visit: twenty to forty-five resources besides the Patient. */
export function inventedVisit(person: InventedPerson, id: string, at: Date): Resource[] {
  const { random } = person;
  const subject = { reference: `Patient/${patientId(person)}` };
  const encounter = { reference: `Encounter/${id}` };
  const when = (minutes: number) => new Date(at.getTime() + minutes * 60_000).toISOString().replace(".000Z", "Z");
  const many = <T extends readonly unknown[]>(n: number, list: readonly T[], make: (item: T, i: number) => Resource) =>
    Array.from({ length: n }, (_, i) => make(random.of(list), i));
  const about = { subject, encounter };
  const tests = many(8 + random.below(17), TESTS, ([code, display, unit, low, high], i) => ({
    resourceType: "Observation",
    id: `${id}-o${i}`,
    status: "final",
    category: [
      { coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" }] },
    ],
    code: { coding: [{ system: "urn:so-khoe:bench:ma-chi-so", code, display }], text: display },
    ...about,
    effectiveDateTime: when(40 + i),
    issued: when(90 + i),
    valueQuantity: {
      value: Number((low + random.next() * (high - low)).toFixed(1)),
      unit,
      system: "http://unitsofmeasure.org",
      code: unit,
    },
    referenceRange: [{ low: { value: low, unit }, high: { value: high * 0.8, unit }, text: `${low} - ${high * 0.8}` }],
  }));
  return [
    {
      resourceType: "Encounter",
      id,
      status: "finished",
      class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB", display: "Khám bệnh" },
      subject,
      period: { start: when(0), end: when(180) },
      serviceType: { text: "Khoa Khám bệnh" },
      reasonCode: [{ text: "Khám định kỳ, mệt mỏi, đau đầu nhẹ về chiều, không sốt" }],
    },
    ...many(1 + random.below(3), ILLNESSES, ([code, text], i) => ({
      resourceType: "Condition",
      id: `${id}-c${i}`,
      clinicalStatus: {
        coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }],
      },
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code, display: text }], text },
      ...about,
      recordedDate: when(30),
    })),
    ...tests,
    {
      resourceType: "DiagnosticReport",
      id: `${id}-r`,
      status: "final",
      code: { text: "Xét nghiệm máu" },
      ...about,
      effectiveDateTime: when(40),
      issued: when(120),
      result: tests.map((t) => ({ reference: `Observation/${t.id}` })),
    },
    ...many(3 + random.below(5), DRUGS, ([code, text, strength, how], i) => ({
      resourceType: "MedicationRequest",
      id: `${id}-m${i}`,
      status: "completed",
      intent: "order",
      medicationCodeableConcept: {
        coding: [{ system: "urn:so-khoe:bench:ma-thuoc", code, display: text }],
        text: `${text} ${strength}`,
      },
      ...about,
      authoredOn: when(150),
      dosageInstruction: [
        {
          text: `Ngày 2 lần, mỗi lần 1 viên, ${how}`,
          timing: { repeat: { frequency: 2, period: 1, periodUnit: "d" } },
        },
      ],
      dispenseRequest: {
        quantity: { value: 28, unit: "Viên" },
        expectedSupplyDuration: { value: 14, unit: "ngày", code: "d" },
      },
    })),
    ...many(2 + random.below(4), SERVICES, ([code, text], i) => ({
      resourceType: "Procedure",
      id: `${id}-p${i}`,
      status: "completed",
      code: { coding: [{ system: "urn:so-khoe:bench:ma-dich-vu", code, display: text }], text },
      ...about,
      performedDateTime: when(50 + i),
      note: [{ text: "Thực hiện tại khoa, người bệnh hợp tác tốt" }],
    })),
    ...many(3 + random.below(4), SERVICES, ([code, text], i) => ({
      resourceType: "ChargeItem",
      id: `${id}-x${i}`,
      status: "billed",
      code: { coding: [{ system: "urn:so-khoe:bench:ma-dich-vu", code, display: text }], text },
      subject,
      context: encounter,
      occurrenceDateTime: when(60 + i),
      quantity: { value: 1 },
      priceOverride: { value: 10_000 * (1 + random.below(60)), currency: "VND" },
    })),
  ];
}

export const patientId = (person: InventedPerson): string => `bn-${String(person.at).padStart(8, "0")}`;

export function patientOf(person: InventedPerson): Resource {
  return {
    resourceType: "Patient",
    id: patientId(person),
    identifier: [{ system: "http://fhir.ehealth.gov.vn/core/sid/cccd", value: person.number }],
    name: [{ text: person.name }],
    gender: person.gender,
    birthDate: person.birthDate,
  };
}

/** A visit as its hospital sends it: a transaction with the Patient. */
export function visitBundle(person: InventedPerson, visit: Resource[]): Uint8Array {
  const entry = [patientOf(person), ...visit].map((resource) => ({
    request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` },
    resource,
  }));
  return new TextEncoder().encode(JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }));
}
