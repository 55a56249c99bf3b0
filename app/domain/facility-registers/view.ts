import type { RangeFault } from "#app/adapters/record-store/range-table/read-table.ts";

export interface RangeTableView {
  id: string;
  validFrom: string;
  /** First day it no longer holds. */
  validTo: string | undefined;
  sourceDocument: string;
  signedBy: string;
  /** Id of the facility's key that signed the file; none where only the paper is signed. */
  signingKey: string | undefined;
  /** SHA-256 of the file, in hex. */
  checksum: string;
  legalBasis: string;
  lines: number;
}

export interface MachineView {
  code: string;
  name: string;
  registration: string;
  since: string;
  until: string | undefined;
  legalBasis: string;
}

export interface ViewerView {
  template: string;
  host: string;
  since: string;
  legalBasis: string;
}

/** What a facility has registered besides what it sends. */
export interface FacilityRegistersView {
  facilityId: string;
  facility: string;
  tables: RangeTableView[];
  machines: MachineView[];
  viewer: ViewerView | undefined;
}

/** What a table would be, before it is one. */
export interface TablePreview {
  lines: number;
  faults: RangeFault[];
  checksum: string;
}
