/** Kinds of results people look for; each result is of exactly one. */
export const resultKinds = ["lab", "imaging", "measured", "other"] as const;
export type ResultKind = (typeof resultKinds)[number];

export const isResultKind = (text: string | null): text is ResultKind => resultKinds.some((kind) => kind === text);

/** First code of the category → kind: Observation categories, and departments of HL7 v2-0074. */
export const kindOfCategory: Readonly<Record<Exclude<ResultKind, "other">, readonly string[]>> = {
  lab: [
    "laboratory",
    "LAB",
    "CH",
    "HM",
    "MB",
    "BLB",
    "CG",
    "CTH",
    "CP",
    "GE",
    "IMM",
    "MCB",
    "MYC",
    "PAT",
    "SP",
    "SR",
    "TX",
    "URN",
    "VR",
  ],
  imaging: ["imaging", "RAD", "RUS", "CT", "NMR", "US", "CUS", "NMS", "RX", "VUS", "OUS", "XRC"],
  measured: ["vital-signs", "activity"],
};
