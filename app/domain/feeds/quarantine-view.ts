import type { Agreement } from "#app/domain/persons/rules.ts";
import type { PersonFactsView } from "#app/domain/persons/view.ts";

/** What waits for an operator: who a delivery says it is about, never what it says of their health. */
export interface CaseRowView {
  facilityId: string;
  facility: string;
  id: string;
  since: string;
  reason: string;
  /** Decided, and not yet read in. */
  decided: boolean;
  /** Deliveries that say the same of who they are, this one among them. */
  alike: number;
}

export interface QuarantineView {
  cases: CaseRowView[];
  facilities: { id: string; name: string }[];
  reasons: string[];
  filter: { facilityId: string | undefined; reason: string | undefined };
  total: number;
  page: number;
  pages: number;
}

export interface SaidView {
  names: string[];
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  birthOrder: number | undefined;
  identifiers: { kind: string; value: string }[];
  addresses: string[];
  phones: string[];
  mother: { names: string[]; identifiers: { kind: string; value: string }[] } | undefined;
}

export interface CandidateView extends PersonFactsView {
  /** Identifiers that led to them; `mother`: a child of the mother; `operator`: looked up by hand. */
  by: string[];
  agreement: { name: Agreement; birth: Agreement; sex: Agreement };
  contradicts: string | undefined;
}

export interface CaseView {
  facilityId: string;
  facility: string;
  id: string;
  since: string;
  reason: string;
  state: "waiting" | "decided" | "replayed";
  decision: "attach" | "create" | "reject" | undefined;
  outcome: "accepted" | "refused" | undefined;
  decidedAt: string | undefined;
  /** Absent when the case is closed: then nothing of it is kept. */
  said: SaidView | undefined;
  candidates: CandidateView[];
  /** Others that say the same and wait. */
  alike: { facilityId: string; facility: string; id: string; since: string }[];
}
