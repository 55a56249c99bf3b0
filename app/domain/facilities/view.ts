export const facilityKinds = ["hospital", "clinic", "station", "pharmacy", "department"] as const;
export type FacilityKind = (typeof facilityKinds)[number];

/** A facility as operators see it: its present codes and names, and how its feed does. */
export interface FacilityRowView {
  id: string;
  kind: FacilityKind;
  name: string;
  nameEn: string | undefined;
  shortName: string;
  code5: string | undefined;
  code13: string | undefined;
  address: string | undefined;
  phone: string | undefined;
  legalBasis: string;
  expectedEveryHours: number | undefined;
  lastReceivedAt: string | undefined;
  /** Nothing came for longer than expected. */
  late: boolean;
  /** Connected systems that are not suspended. */
  clients: number;
  /** How often people told that paper was asked for, by month in Vietnam; never who. */
  paperDemands: { thisMonth: number; lastMonth: number };
}

export interface FacilitiesView {
  facilities: FacilityRowView[];
}
