/** Units that are one another times a power of ten (UCUM); of each: what they count, and how many of it. */
const EXACT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "g/L": {
    "g/l": 1,
    "mg/ml": 1,
    "g/dl": 10,
    "mg/dl": 1e-2,
    "mg/l": 1e-3,
    "ug/ml": 1e-3,
    "ug/dl": 1e-5,
    "ug/l": 1e-6,
    "ng/ml": 1e-6,
    "ng/dl": 1e-8,
    "ng/l": 1e-9,
    "pg/ml": 1e-9,
  },
  "mol/L": { "mmol/l": 1e-3, "umol/l": 1e-6, "nmol/l": 1e-9, "pmol/l": 1e-12 },
  "10*9/L": {
    "G/l": 1,
    "10^9/l": 1,
    "10^3/ul": 1,
    "K/ul": 1,
    "10^12/l": 1e3,
    "T/l": 1e3,
    "10^6/ul": 1e3,
    "M/ul": 1e3,
    "/ul": 1e-3,
    "/mm3": 1e-3,
    "10^6/l": 1e-3,
    "10^3/mm3": 1,
  },
  "[IU]/L": { "IU/l": 1, "mIU/ml": 1, "IU/ml": 1e3, "mIU/l": 1e-3, "uIU/ml": 1e-3 },
  "%": { "%": 1, "l/l": 100 },
};

/** Grams in a mole: for these alone mass and substance are the same thing told twice. */
const MOLAR: Readonly<Record<string, number>> = {
  glucose: 180.156,
  "fasting-glucose": 180.156,
  "glucose-after": 180.156,
  "glucose-one-hour": 180.156,
  "capillary-glucose": 180.156,
  cholesterol: 386.65,
  hdl: 386.65,
  ldl: 386.65,
  "non-hdl": 386.65,
  creatinine: 113.12,
  "uric-acid": 168.11,
  calcium: 40.078,
  "bilirubin-total": 584.66,
  "bilirubin-direct": 584.66,
  "bilirubin-indirect": 584.66,
  iron: 55.845,
};

/** Enzymes: laboratories write U, UI or IU for one micromole a minute. */
const ENZYMES = new Set(["ast", "alt", "ggt", "alp", "ldh", "amylase", "lipase", "ck", "ck-mb", "cholinesterase"]);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** As the table above writes it. Letters keep their case (G/L counts cells, g/L weighs), but for the litre's. */
function written(unit: string, testId: string | undefined): string {
  const plain = unit
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => `^${[...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("")}`)
    .replace(/[µμ]/g, "u")
    .replace(/\s+|^x/gi, "")
    .replace("10*", "10^")
    .replace(/L$/, "l");
  if (testId && ENZYMES.has(testId) && /^(?:U|UI|IU)\/l$/.test(plain)) return "U/l";
  return plain.replace("UI/", "IU/");
}

/** How many `to` are one `from`; `undefined` where that is not exactly known for this test. */
export function factorBetween(from: string | undefined, to: string | undefined, testId?: string): number | undefined {
  if (from === to) return 1;
  if (from === undefined || to === undefined) return undefined;
  const [a, b] = [written(from, testId), written(to, testId)];
  if (a === b) return 1;
  const [one, other] = [measureOf(a), measureOf(b)];
  if (!one || !other) return undefined;
  if (one.of === other.of) return one.times / other.times;
  const grams = testId === undefined ? undefined : MOLAR[testId];
  if (!grams) return undefined;
  if (one.of === "g/L" && other.of === "mol/L") return one.times / grams / other.times;
  if (one.of === "mol/L" && other.of === "g/L") return (one.times * grams) / other.times;
  return undefined;
}

function measureOf(unit: string): { of: string; times: number } | undefined {
  for (const [of, units] of Object.entries(EXACT)) {
    const times = units[unit];
    if (times !== undefined) return { of, times };
  }
  return undefined;
}
