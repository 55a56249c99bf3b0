/** What people measure at home, in the order they are offered. */
export const ownKinds = ["blood-pressure", "pulse", "weight", "height", "glucose", "temperature", "oxygen"] as const;
export type OwnKind = (typeof ownKinds)[number];

export const isOwnKind = (text: string | null | undefined): text is OwnKind => ownKinds.some((kind) => kind === text);

export const situations = ["fasting", "after-meal", "other"] as const;
export type Situation = (typeof situations)[number];

/** One figure: what nobody alive measures is a slip of the finger. `places`: digits after the comma. */
export interface Figure {
  least: number;
  most: number;
  places: number;
  /** The code of "outside the limits". */
  outside: string;
}

/** LOINC code and UCUM unit, as a copy says it. */
export interface Unit {
  unit: string;
  loinc: string;
  ucum: string;
  figure: Figure;
}

export interface KindRules {
  /** The first is the one chosen before anybody chooses. */
  units: readonly [Unit, ...Unit[]];
  /** Of blood pressure: the lower figure. */
  second?: Figure;
}

const figure = (least: number, most: number, places: number, outside: string): Figure => ({
  least,
  most,
  places,
  outside,
});

/** Limits of what can be, not of what is healthy: nothing here says that a value is good or bad. */
export const rulesOf: Readonly<Record<OwnKind, KindRules>> = {
  "blood-pressure": {
    units: [{ unit: "mmHg", loinc: "85354-9", ucum: "mm[Hg]", figure: figure(50, 300, 0, "outside-systolic") }],
    second: figure(20, 200, 0, "outside-diastolic"),
  },
  pulse: { units: [{ unit: "lần/phút", loinc: "8867-4", ucum: "/min", figure: figure(20, 300, 0, "outside-pulse") }] },
  weight: { units: [{ unit: "kg", loinc: "29463-7", ucum: "kg", figure: figure(0.3, 400, 2, "outside-weight") }] },
  height: { units: [{ unit: "cm", loinc: "8302-2", ucum: "cm", figure: figure(20, 250, 1, "outside-height") }] },
  glucose: {
    units: [
      { unit: "mmol/L", loinc: "14743-9", ucum: "mmol/L", figure: figure(0.5, 60, 2, "outside-glucose-mmol") },
      { unit: "mg/dL", loinc: "41653-7", ucum: "mg/dL", figure: figure(10, 1000, 0, "outside-glucose-mg") },
    ],
  },
  temperature: {
    units: [{ unit: "°C", loinc: "8310-5", ucum: "Cel", figure: figure(30, 45, 1, "outside-temperature") }],
  },
  oxygen: { units: [{ unit: "%", loinc: "59408-5", ucum: "%", figure: figure(50, 100, 0, "outside-oxygen") }] },
};

export const unitOf = (kind: OwnKind, unit: string): Unit | undefined =>
  rulesOf[kind].units.find((one) => one.unit === unit);
