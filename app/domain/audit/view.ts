/** One human event of the log; reads of the same kind by the same actor on one day are one line. */
export interface AccessLine {
  id: string;
  firstAt: string;
  lastAt: string;
  count: number;
  outcome: "permit" | "deny";
  who: {
    kind: "citizen" | "proxy" | "pharmacist" | "clinician" | "clerk" | "operator" | "machine" | "job";
    /** The reader of the page, seen in their own log. */
    you: boolean;
    name: string | undefined;
    facility: string | undefined;
  };
  basis: string;
  purpose: string;
  action: string;
  /** What was opened, as a code of the catalogue: book, results, visit … */
  subject: string;
}

export interface AccessLogView {
  days: { day: string; lines: AccessLine[] }[];
  page: number;
  pages: number;
  total: number;
}
