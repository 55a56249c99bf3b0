import { type OperationOutcome, operationOutcome } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { StoredOutcome } from "./outcome.ts";

export interface BundleResponse {
  resourceType: "Bundle";
  type: "transaction-response" | "batch-response";
  entry: {
    response: { status: string; location?: string; etag?: string; lastModified?: string; outcome?: OperationOutcome };
  }[];
}

/** The FHIR answer to a delivery whose entries were looked at one by one. */
export function bundleResponse(stored: StoredOutcome): BundleResponse {
  const type = stored.kind === "batch" || stored.kind === "single" ? "batch-response" : "transaction-response";
  const entry = [...stored.entries]
    .sort((a, b) => a.index - b.index)
    .map(({ status, location, lastModified, issues }) => ({
      response: {
        status,
        ...(location ? { location, etag: `W/"${location.split("/").at(-1)}"` } : {}),
        ...(lastModified ? { lastModified } : {}),
        ...(issues.length > 0 ? { outcome: operationOutcome(issues) } : {}),
      },
    }));
  return { resourceType: "Bundle", type, entry };
}
