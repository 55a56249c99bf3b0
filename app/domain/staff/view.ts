import type { StaffRole, StaffState } from "./rules.ts";

export type { StaffRole, StaffState };

/** A line of the roster as lists show it. */
export interface StaffLineView {
  id: string;
  name: string | undefined;
  role: StaffRole;
  facility: string | undefined;
  degree: string | undefined;
  licenceNumber: string | undefined;
  /** First and last day, as 'YYYY-MM-DD'. */
  validFrom: string;
  validTo: string | undefined;
  state: StaffState;
}

export interface StaffListView {
  lines: StaffLineView[];
  page: number;
  pages: number;
  total: number;
}

export interface StaffMemberView extends StaffLineView {
  issuer: string;
  /** The name of the verified person, where it is not the one on the roster. */
  verifiedName: string | undefined;
  /** All but its last digits hidden. */
  number: string | undefined;
  passkeys: { id: string; device: string; createdAt: string; lastUsedAt: string | undefined }[];
}

/** What became of one row of a roster's file. */
export interface RosterRowAnswer {
  /** Line of the file, from 2. */
  line: number;
  outcome: "added" | "changed" | "unchanged" | "refused";
  /** Fields with codes of what is wrong. */
  errors: Record<string, string[]>;
}

export interface RosterAnswer {
  rows: RosterRowAnswer[];
  /** Why the file as a whole could not be read. */
  unread: string | undefined;
}
