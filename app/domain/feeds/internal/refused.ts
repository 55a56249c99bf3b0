import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { PackageOutcome } from "../package-outcome.ts";
import type { StoredOutcome } from "./outcome.ts";

/** Ends the transaction of a delivery that is refused whole: nothing of it stays but the reject. */
export class RefusedDelivery extends Error {
  readonly status: number;
  readonly issues: Issue[];
  readonly entries: StoredOutcome["entries"];

  readonly package: PackageOutcome | undefined;

  constructor(
    status: number,
    issues: Issue[],
    entries: StoredOutcome["entries"] = [],
    outcome: PackageOutcome | undefined = undefined,
  ) {
    super("The delivery is refused.");
    this.status = status;
    this.issues = issues;
    this.entries = entries;
    this.package = outcome;
  }
}
