/** Tests of the province's laboratories, with the range each prints beside its result. */
export interface LabTest {
  key: string;
  title: string;
  loinc: string | undefined;
  unit: string;
  ucum: string;
  low?: string;
  high?: string;
}

const test = (
  key: string,
  title: string,
  loinc: string | undefined,
  [unit, ucum]: readonly [string, string],
  [low, high]: readonly [string | undefined, string | undefined],
): LabTest => ({ key, title, loinc, unit, ucum, ...(low ? { low } : {}), ...(high ? { high } : {}) });

const mmol = ["mmol/L", "mmol/L"] as const;
const micromol = ["µmol/L", "umol/L"] as const;
const units = ["U/L", "U/L"] as const;
const giga = ["G/L", "10*9/L"] as const;
const gramsPerLitre = ["g/L", "g/L"] as const;
const percent = ["%", "%"] as const;

/** Blood chemistry, adult ranges. */
export const chemistry = {
  glucose: test("duong-huyet", "Đường huyết lúc đói", "14771-0", mmol, ["3.9", "6.4"]),
  hba1c: test("hba1c", "HbA1c", "4548-4", percent, ["4.00", "6.00"]),
  creatinine: test("creatinin", "Creatinin máu", "14682-9", micromol, ["45", "84"]),
  cholesterol: test("cholesterol", "Cholesterol toàn phần", "14647-2", mmol, [undefined, "5.2"]),
  triglycerides: test("triglycerid", "Triglycerid", "14927-8", mmol, [undefined, "1.7"]),
  hdl: test("hdl", "HDL-Cholesterol", "14646-4", mmol, ["1.03", undefined]),
  ldl: test("ldl", "LDL-Cholesterol", "22748-8", mmol, [undefined, "3.4"]),
  ast: test("ast", "AST (GOT)", "1920-8", units, [undefined, "37"]),
  alt: test("alt", "ALT (GPT)", "1742-6", units, [undefined, "40"]),
  crp: test("crp", "CRP", "1988-5", ["mg/L", "mg/L"], [undefined, "5.0"]),
  ferritin: test("ferritin", "Ferritin", "2276-4", ["ng/mL", "ng/mL"], ["13.0", "150.0"]),
} as const;

/** Blood count; women's ranges, men's where a story overrides them. */
export const bloodCount = {
  white: test("bach-cau", "Bạch cầu (WBC)", "6690-2", giga, ["4.0", "10.0"]),
  neutrophils: test("neut", "Bạch cầu trung tính", "770-8", percent, ["45.0", "75.0"]),
  haemoglobin: test("hemoglobin", "Hemoglobin (Hb)", "718-7", gramsPerLitre, ["120", "150"]),
  haematocrit: test("hematocrit", "Hematocrit", "4544-3", percent, ["36.0", "46.0"]),
  platelets: test("tieu-cau", "Tiểu cầu (PLT)", "777-3", giga, ["150", "400"]),
} as const;

/** Glucose after 75 g of sugar in pregnancy; the ranges are the hospital's. */
export const glucoseTolerance = {
  fasting: test("dung-nap-doi", "Đường huyết lúc đói (0 giờ)", "14771-0", mmol, [undefined, "5.1"]),
  oneHour: test("dung-nap-1h", "Đường huyết sau uống đường 1 giờ", undefined, mmol, [undefined, "10.0"]),
  twoHours: test("dung-nap-2h", "Đường huyết sau uống đường 2 giờ", "14995-5", mmol, [undefined, "8.5"]),
} as const;

/** Albumin in urine against creatinine: the kidneys' early warning. */
export const urineAlbumin = test(
  "albumin-nieu",
  "Tỷ lệ albumin/creatinin niệu",
  "9318-7",
  ["mg/g", "mg/g"],
  [undefined, "30"],
);
