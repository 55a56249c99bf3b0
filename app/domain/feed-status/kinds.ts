import type { DataType } from "#app/domain/access/data-types.ts";

/** What facilities send, in as few kinds as people tell apart. What a visit carries with it comes as `visits`. */
export const feedKinds = [
  "visits",
  "results",
  "imaging",
  "medicines",
  "vaccinations",
  "history",
  "papers",
  "bills",
] as const;

export type FeedKind = (typeof feedKinds)[number];

export const isFeedKind = (name: unknown): name is FeedKind => feedKinds.some((kind) => kind === name);

const OF_SECTION: Readonly<Record<DataType, readonly FeedKind[]>> = {
  allergies: ["visits", "history"],
  conditions: ["visits", "history"],
  visits: ["visits"],
  procedures: ["visits", "history"],
  "next-steps": ["visits"],
  results: ["results", "imaging"],
  medicines: ["medicines"],
  vaccinations: ["vaccinations"],
  documents: ["papers"],
  history: ["history", "visits"],
  money: ["bills"],
  identity: [],
  other: [],
  log: [],
};

/** The kinds by which a section of the book is filled; the first is the usual one. */
export const kindsOfSection = (section: DataType): readonly FeedKind[] => OF_SECTION[section];

/** HL7 v2-0074 and LOINC codes by which a report says that it is of pictures. */
const PICTURES = new Set([
  "RAD",
  "RUS",
  "RX",
  "CT",
  "NMR",
  "NMS",
  "OUS",
  "VUS",
  "XRC",
  "CUS",
  "IMG",
  "imaging",
  "LP29684-5",
]);

interface Sent {
  resourceType: string;
  category?: unknown;
}

/** The kind of a resource; `undefined` for what is of none (the person, staff, places). */
export function kindOf(resource: Sent, section: DataType): FeedKind | undefined {
  if (resource.resourceType === "ImagingStudy") return "imaging";
  // The kind `history` is the commune station's form; what a hospital asked belongs to the visit where it asked.
  if (section === "history") return "visits";
  if (section === "results" && isOfPictures(resource.category)) return "imaging";
  return OF_SECTION[section][0];
}

function isOfPictures(category: unknown): boolean {
  return [category ?? []].flat().some((one: { coding?: unknown } | null) => {
    const codings = Array.isArray(one?.coding) ? one.coding : [];
    return codings.some((coding: { code?: unknown } | null) => PICTURES.has(String(coding?.code)));
  });
}
